/** `npm run doctor -- <url>`: looks at a deployed API and explains 401, 403, CORS and token trouble; `--token` looks at a token too. */
import { argv, stdin } from 'node:process';
import { text } from 'node:stream/consumers';
import { examine } from './doctor/examination.ts';
import { findingText } from './doctor/finding.ts';
import { tokenFrom } from './doctor/token.ts';
import { runCommand, StartUpProblem } from './processes/start-up-problem.ts';
import { argumentsFrom } from './processes/usage.ts';
import { withoutPasswords } from './processes/userinfo.ts';
import { webAddress } from './remote/web-address.ts';

const usage = `Usage: npm run doctor -- <url> [--token <token>]
<url> is the app's address, an API's with its stage, or the stand-in's (http://localhost:4300).
--token - reads the token from the input, so that it stays out of the shell's history: npm run doctor -- <url> --token - < token.txt`;

function commandFrom(args: string[]): { address: URL; token: string | undefined } {
  const { values, positionals } = parsed(args);
  const [address, ...more] = positionals;
  if (address === undefined || more.length > 0) throw new StartUpProblem(usage);
  return { address: webAddress(address), token: values.token };
}

function parsed(args: string[]) {
  return argumentsFrom(args, usage, {
    allowPositionals: true,
    options: { token: { type: 'string' } },
  });
}

async function doctor(): Promise<number> {
  const { address, token: given } = commandFrom(argv.slice(2));
  const written = given === '-' ? await text(stdin) : given;
  const token = written === undefined ? undefined : tokenFrom(written);
  let problems = 0;
  for await (const finding of examine(address, token)) {
    console.log(withoutPasswords(findingText(finding)));
    if (finding.kind === 'problem') problems += 1;
  }
  console.log(problems === 0 ? '\nAll is well.' : `\n${problems} to look at.`);
  return problems === 0 ? 0 : 1;
}

await runCommand(doctor);
