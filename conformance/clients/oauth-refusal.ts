import assert from 'node:assert/strict';

/** What the OAuth clients' errors have in common: the status and the OAuth error code. */
interface OAuthProblem {
  readonly status: number;
  readonly error: string;
}

/** Reads a refusal as `400 invalid_grant`, whichever client threw it. Throws when there was none. */
async function oauthRefusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (problem) {
    // A refusal is what was wanted; anything else is a failure of the check.
    if (isOAuthProblem(problem)) return `${problem.status} ${problem.error}`;
    throw problem;
  }
  return assert.fail('A refusal was expected, and it succeeded.');
}

/** As `assert.equal`, for refusals: `expected` is `400 invalid_grant`. */
export async function refusesGrant(attempt: Promise<unknown>, expected: string): Promise<void> {
  assert.equal(await oauthRefusal(attempt), expected);
}

function isOAuthProblem(problem: unknown): problem is OAuthProblem {
  return problem instanceof Error && 'status' in problem && 'error' in problem;
}

/** The same for an answer as it arrived. */
export async function expectError(
  answering: Promise<Response>,
  status: number,
  error: string,
): Promise<void> {
  const answer = await answering;
  const body = (await answer.clone().json()) as { error: string };
  assert.deepEqual([answer.status, body.error], [status, error]);
}
