import type { components } from '../../contract/generated/news-types.ts';
import type { CheckedPassword, Credentials, PasswordCheck, Tokens } from './password-check.ts';

type Answer = components['schemas']['SignInAnswer'];
type Success = components['schemas']['SignInSuccess'];
type Failure = components['schemas']['SignInFailure'];

/** The two refusals that have words of their own; of all others the exception's text is shown. */
const refusals: ReadonlyMap<string, string> = new Map([
  ['NotAuthorizedException', 'The username or password is incorrect'],
  ['UserNotConfirmedException', 'User is not confirmed'],
]);

/**
 * Signs somebody in with a password. What is missing is told before anything is checked, the username
 * first. Each call has an answer of its own: nothing of another call can be in it.
 */
export async function userSignIn(
  passwords: PasswordCheck,
  { username, password }: Partial<Credentials>,
): Promise<Answer> {
  if (username === undefined) return failure('10022', 'username is required');
  if (password === undefined) return failure('10022', 'password is required');
  return answerFor(await passwords.check({ username, password }));
}

function answerFor(checked: CheckedPassword): Answer {
  switch (checked.outcome) {
    case 'signed-in':
      return success(checked.tokens);
    case 'challenged':
      return failure('10025', 'Something went wrong! Please try again.');
    case 'refused':
      return failure('10023', refusals.get(checked.exception) ?? checked.text);
    case 'unavailable':
      return failure('10023', 'The sign-in service cannot be reached. Please try again.');
  }
}

function failure(code: Failure['code'], message: string): Failure {
  return { status: 'failure', code, data: {}, message };
}

function success(tokens: Tokens): Success {
  return {
    status: 'success',
    code: '10024',
    data: {
      id_token: tokens.idToken,
      ...(tokens.refreshToken !== undefined && { refresh_token: tokens.refreshToken }),
      access_token: tokens.accessToken,
      expires_in: tokens.expiresInSeconds,
      token_type: tokens.tokenType,
    },
    message: null,
  };
}
