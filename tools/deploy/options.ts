import { parseArgs } from 'node:util';
import { StartUpProblem } from '../processes/start-up-problem.ts';

/** What somebody has said to `npm run deploy` or `npm run destroy`. */
export interface DeployOptions {
  /** `-c name=value`, as the CDK's context. */
  context: Readonly<Record<string, string>>;
  /** Deploys without asking. */
  isAgreed: boolean;
  profile: string | undefined;
}

/** Reads the arguments; throws `StartUpProblem` with the usage of `command`. */
export function deployOptionsFrom(command: 'deploy' | 'destroy', args: string[]): DeployOptions {
  const { context = [], yes = false, profile } = parsed(command, args);
  return { context: Object.fromEntries(context.map(pair)), isAgreed: yes, profile };
}

const options = {
  context: { type: 'string', short: 'c', multiple: true },
  profile: { type: 'string' },
} as const;

function parsed(
  command: 'deploy' | 'destroy',
  args: string[],
): { context?: string[]; profile?: string; yes?: boolean } {
  try {
    const yes = { type: 'boolean' } as const;
    const { values } =
      command === 'deploy'
        ? parseArgs({ args, options: { ...options, yes } })
        : parseArgs({ args, options });
    return values;
  } catch {
    // An option that does not exist, or one without its value: the usage says it best.
    throw new StartUpProblem(
      `Usage: npm run ${command} -- [-c name=value]… [--profile name]${command === 'deploy' ? ' [--yes]' : ''}\n` +
        'docs/deploy.md has the settings.',
    );
  }
}

function pair(text: string): [name: string, value: string] {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  throw new StartUpProblem(`-c wants name=value, as in -c gateway=http, and got "${text}".`);
}

/** The command that would do the same again. */
export function sameCommand(command: 'deploy' | 'destroy', given: DeployOptions): string {
  const words = [
    ...Object.entries(given.context).map(([name, value]) => `-c ${name}=${value}`),
    ...(given.profile === undefined ? [] : [`--profile ${given.profile}`]),
  ];
  return `npm run ${command}${words.length > 0 ? ` -- ${words.join(' ')}` : ''}`;
}
