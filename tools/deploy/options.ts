import { StartUpProblem } from '../processes/start-up-problem.ts';
import { argumentsFrom } from '../processes/usage.ts';

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
  const yes = { type: 'boolean' } as const;
  return command === 'deploy'
    ? argumentsFrom(args, usageOf(command, ' [--yes]'), { options: { ...options, yes } }).values
    : argumentsFrom(args, usageOf(command), { options }).values;
}

const usageOf = (command: string, more = ''): string =>
  `Usage: npm run ${command} -- [-c name=value]… [--profile name]${more}\ndocs/deploy.md has the settings.`;

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
