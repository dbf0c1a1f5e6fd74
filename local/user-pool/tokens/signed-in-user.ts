import { missingScopes, notAuthorized, userNotFound } from '../cognito-error.ts';
import type { CognitoError } from '../cognito-error.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { ACCOUNT_SCOPE } from './sessions.ts';
import type { User } from '../users/user-store.ts';

/**
 * The user whom the request's access token speaks for. Throws as Cognito does for an old, revoked or foreign token; `userGone` is for the
 * operations whose model has no UserNotFoundException.
 */
export async function signedInUser(
  services: Pick<Services, 'tokens' | 'users' | 'sessions'>,
  input: Input,
  userGone: () => CognitoError = userNotFound,
): Promise<User> {
  const claims = await services.tokens.readAccessToken(input.token('AccessToken'));
  if (!claims.scopes.includes(ACCOUNT_SCOPE)) throw missingScopes();
  const user = services.users.find(claims.pool.id, claims.sub);
  if (!user) throw userGone();
  if (!user.isEnabled) throw notAuthorized('User is disabled.');
  const session = services.sessions.find(claims.sessionId);
  if (!session || session.isRevoked) throw revokedToken();
  return user;
}

/** What a token says whose sign-in has ended. */
export const revokedToken = (): CognitoError => notAuthorized('Access Token has been revoked');
