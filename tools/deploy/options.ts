import { settingsFrom } from '../../infra/settings.ts';
import { attempt } from '../../infra/unusable-setting.ts';
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
  return { context: contextFrom(context), isAgreed: yes, profile };
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

/** Where something is no `name=value`, what is wrong with the others is said with it. */
function contextFrom(texts: string[]): Record<string, string> {
  const pairs = texts.map((text) => /^(\w+)=(.*)$/s.exec(text)?.slice(1));
  const context = Object.fromEntries(pairs.filter((pair) => pair !== undefined)) as Record<
    string,
    string
  >;
  const malformed = texts
    .filter((_, index) => pairs[index] === undefined)
    .map((text) => `-c wants name=value, as in -c gateway=http, and got "${text}".`);
  if (malformed.length === 0) return context;
  const { problems } = attempt(() => settingsFrom(context, {}));
  throw new StartUpProblem([...malformed, ...problems].join('\n'));
}

/** The command that would do the same again. */
export function sameCommand(command: 'deploy' | 'destroy', given: DeployOptions): string {
  const words = [
    ...Object.entries(given.context).map(([name, value]) => `-c ${name}=${value}`),
    ...(given.profile === undefined ? [] : [`--profile ${given.profile}`]),
  ];
  return `npm run ${command}${words.length > 0 ? ` -- ${words.join(' ')}` : ''}`;
}
