import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { HelpAsked, StartUpProblem } from './start-up-problem.ts';

type Form = Omit<ParseArgsConfig, 'args'>;

/**
 * Reads a command's arguments as `parseArgs` does. Throws `HelpAsked` for `--help`, and `StartUpProblem` that names what
 * the command does not know, with its usage.
 */
export function argumentsFrom<const Given extends Form>(
  args: string[],
  usage: string,
  form: Given,
) {
  const ended = args.indexOf('--');
  const options = ended < 0 ? args : args.slice(0, ended);
  if (options.includes('--help') || options.includes('-h')) throw new HelpAsked(usage);
  try {
    return parseArgs<Given & { args: string[] }>({ ...form, args });
  } catch (failure) {
    if (!(failure instanceof TypeError)) throw failure;
    const unknown = unknownIn(args, form);
    throw misuse(
      unknown.length > 1
        ? `Unknown options ${unknown.join(', ')}.`
        : firstSentence(failure.message),
      usage,
    );
  }
}

/** All options that a command does not know; Node names the first. */
function unknownIn(args: string[], { options = {} }: Form): string[] {
  const shorts = Object.values(options).map(({ short }) => short);
  const { tokens } = parseArgs({
    args,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  return tokens
    .filter((token) => token.kind === 'option')
    .filter(({ name }) => !(name in options) && !shorts.includes(name))
    .map(({ rawName }) => `'${rawName}'`);
}

/** The words of somebody who has to be told how the command is used: what is wrong, and the usage. */
export const misuse = (what: string, usage: string): StartUpProblem =>
  new StartUpProblem(`${what}\n${usage}`);

/** Node's words name the option; the advice that follows is for other commands. */
const firstSentence = (words: string): string => `${words.split(/[.\n](\s|$)/)[0] ?? words}.`;
