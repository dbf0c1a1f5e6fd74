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
export function isRefusal(error: unknown): boolean {
  return error instanceof Error && refusals.includes(error.name);
}

/** The session ended here, by a sign-out say, while its tokens were being refreshed. */
export class SessionHasEnded extends Error {
  /** The name on which Amplify says that nobody is signed in. */
  override readonly name = 'NotAuthorizedException';
}
