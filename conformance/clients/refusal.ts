import assert from 'node:assert/strict';

/** Reads a refusal as `Type: message`, whichever client threw it. Throws when there was none. */
export async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (problem) {
    // A refusal is what was wanted; anything else shows itself by its name.
    if (problem instanceof Error) return `${nameOf(problem)}: ${problem.message}`;
    throw problem;
  }
  return assert.fail('A refusal was expected, and it succeeded.');
}

/** amazon-cognito-identity-js and the others agree on `name`. */
function nameOf(problem: Error): string {
  return problem.name;
}

/** As `assert.equal`, for refusals: `expected` is `Type: message`. */
export async function refuses(attempt: Promise<unknown>, expected: string): Promise<void> {
  assert.equal(await refusal(attempt), expected);
}
