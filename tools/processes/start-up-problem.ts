import { inspect } from 'node:util';
import { withoutPasswords } from './userinfo.ts';

/** Why a command cannot start. Its message is for the person at the terminal and says what to do. */
export class StartUpProblem extends Error {
  override readonly name = 'StartUpProblem';
}

/** Somebody has asked how a command is used; the message is the answer. */
export class HelpAsked extends Error {
  override readonly name = 'HelpAsked';
}

/** Runs a command; a StartUpProblem ends it with its message alone, anything else with the stack too; no password is shown. */
export async function runCommand(command: () => Promise<number>): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreReaderGone);
  try {
    const exitCode = await command();
    await written();
    process.exit(exitCode);
  } catch (problem) {
    if (problem instanceof HelpAsked) {
      console.log(problem.message);
      await written();
      process.exit(0);
    }
    // The last place before the terminal: what nobody could handle is shown to the person.
    const words = problem instanceof StartUpProblem ? problem.message : inspect(problem);
    console.error(withoutPasswords(words));
    process.exit(1);
  }
}

/** Resolves once a pipe has taken what was printed: `process.exit` drops the rest of a long text. */
function written(): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write('', () => {
      resolve();
    });
  });
}

/** Whoever reads may stop early, as `head` does. Then there is nobody left to tell; the command still does what it is for. */
function ignoreReaderGone(failure: NodeJS.ErrnoException): void {
  if (failure.code !== 'EPIPE') throw failure;
}
