/** Why a command cannot start. Its message is for the person at the terminal and says what to do. */
export class StartUpProblem extends Error {
  override readonly name = 'StartUpProblem';
}

/** Runs a command; a StartUpProblem ends it with its message alone, anything else with the stack too. */
export async function runCommand(command: () => Promise<number>): Promise<never> {
  try {
    const exitCode = await command();
    await written();
    process.exit(exitCode);
  } catch (problem) {
    // The last place before the terminal: what nobody could handle is shown to the person.
    console.error(problem instanceof StartUpProblem ? problem.message : problem);
    process.exit(1);
  }
}

/** Resolves once a pipe has taken what was printed: `process.exit` drops the rest of a long text. */
function written(): Promise<void> {
  return new Promise((resolve) => {
    // Whoever reads may stop early, as `head` does. Then there is nobody left to tell.
    process.stdout.once('error', () => {
      resolve();
    });
    process.stdout.write('', () => {
      resolve();
    });
  });
}
