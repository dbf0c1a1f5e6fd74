/** The errors on which Amplify itself ends the session. Any other says nothing about it. */
const refusals = [
  'NotAuthorizedException',
  'TokenRevokedException',
  'UserNotFoundException',
  'PasswordResetRequiredException',
  'UserNotConfirmedException',
  'RefreshTokenReuseException',
];

/** Whether `error` says that the session has ended. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && refusals.includes(error.name);
}

/**
 * Whether `error` says that the refresh token has been used before: somebody else has it, and a newer one by now. The pool
 * itself ends nothing for it.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
 */
export function isReuse(error: Error): boolean {
  return error.name === 'RefreshTokenReuseException';
}

/** The session ended here, by a sign-out say, while its tokens were being refreshed. */
export class SessionHasEnded extends Error {
  /** The name on which Amplify says that nobody is signed in. */
  override readonly name = 'NotAuthorizedException';
}
