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
    throw failure instanceof TypeError ? misuse(firstSentence(failure.message), usage) : failure;
  }
}

/** The words of somebody who has to be told how the command is used: what is wrong, and the usage. */
export const misuse = (what: string, usage: string): StartUpProblem =>
  new StartUpProblem(`${what}\n${usage}`);

/** Node's words name the option; the advice that follows is for other commands. */
const firstSentence = (words: string): string => `${words.split(/[.\n](\s|$)/)[0] ?? words}.`;
