import { missingScopes, notAuthorized, userNotFound } from '../cognito-error.ts';
import type { CognitoError } from '../cognito-error.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { ACCOUNT_SCOPE } from './sessions.ts';
import type { User } from '../users/user-store.ts';

/** Who speaks by an access token, and at which app client they signed in. */
interface SignedIn {
  readonly user: User;
  readonly clientId: string;
}

/** The user whom the request's access token speaks for. Throws as `signedIn` does. */
export async function signedInUser(
  services: Pick<Services, 'tokens' | 'users' | 'sessions'>,
  input: Input,
  userGone: () => CognitoError = userNotFound,
): Promise<User> {
  return (await signedIn(services, input, userGone)).user;
}

/**
 * Whom the request's access token speaks for, and where it was issued. Throws as Cognito does for an old, revoked or foreign token; `userGone` is for the
 * operations whose model has no UserNotFoundException.
 */
export async function signedIn(
  services: Pick<Services, 'tokens' | 'users' | 'sessions'>,
  input: Input,
  userGone: () => CognitoError = revokedToken,
): Promise<SignedIn> {
  const claims = await services.tokens.readAccessToken(input.token('AccessToken'));
  if (!claims.scopes.includes(ACCOUNT_SCOPE)) throw missingScopes();
  const user = services.users.find(claims.pool.id, claims.sub);
  if (!user) throw userGone();
  if (!user.isEnabled) throw notAuthorized('User is disabled.');
  const session = services.sessions.find(claims.sessionId);
  if (!session || session.isRevoked) throw revokedToken();
  return { user, clientId: claims.clientId };
}

/** What a token says whose sign-in has ended. */
export const revokedToken = (): CognitoError => notAuthorized('Access Token has been revoked');
