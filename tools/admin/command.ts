import { StartUpProblem } from '../processes/start-up-problem.ts';
import { argumentsFrom, misuse } from '../processes/usage.ts';
import { isLoopback, webAddress } from '../remote/web-address.ts';

const usage = `Usage: npm run admin -- add <e-mail>      makes somebody an editor
       npm run admin -- remove <e-mail>   makes an editor a reader
       npm run admin -- list              who the editors are
With --at <url> for the paper at that address (else the stand-in on this machine), and --profile <name> for its AWS account.`;

/** What is to be done, and where. */
export interface AdminCommand {
  verb: 'add' | 'remove' | 'list';
  /** Empty for `list`. */
  email: string;
  /** Undefined: the stand-in on this machine. */
  at: URL | undefined;
  profile: string | undefined;
}

/** Reads the arguments; throws `StartUpProblem` with the usage, or with what is wrong. */
export function adminCommandFrom(args: string[]): AdminCommand {
  const { values, positionals } = parsed(args);
  const [verb, email = '', ...more] = positionals;
  const at = values.at === undefined ? undefined : safeAddress(values.at);
  if (values.profile !== undefined && at === undefined) {
    throw misuse('--profile needs --at: the stand-in on this machine has no AWS account.', usage);
  }
  const where = { at, profile: values.profile };
  if (more.length > 0) throw new StartUpProblem(usage);
  if (verb === 'list' && email === '') return { verb, email, ...where };
  if ((verb !== 'add' && verb !== 'remove') || email === '') throw new StartUpProblem(usage);
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return { verb, email, ...where };
  throw new StartUpProblem(`"${email}" is no e-mail address.`);
}

/** The address says which pool of the AWS account is meant. */
function safeAddress(text: string): URL {
  const address = webAddress(text);
  if (address.protocol === 'https:' || isLoopback(address)) return address;
  throw new StartUpProblem(
    `${address.host} is asked without TLS: whoever is on the way could name another pool. Use https://.`,
  );
}

function parsed(args: string[]) {
  return argumentsFrom(args, usage, {
    allowPositionals: true,
    options: { at: { type: 'string' }, profile: { type: 'string' } },
  });
}
