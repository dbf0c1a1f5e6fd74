import { missingScopes, notAuthorized, userNotFound } from '../cognito-error.ts';
import type { CognitoError } from '../cognito-error.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { ACCOUNT_SCOPE } from './sessions.ts';
import type { AccessClaims } from './tokens.ts';
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
  return present(services, await provenClaims(services, input), userGone);
}

/**
 * Writes in the name of the user whom the request's access token speaks for, as one transaction: whoever waits for another
 * request's writes finds the user as they are by then. Throws as `signedIn` does.
 */
export async function asSignedIn<Result>(
  services: Pick<Services, 'transaction' | 'tokens' | 'users' | 'sessions'>,
  input: Input,
  write: (user: User, clientId: string) => Result,
  userGone: () => CognitoError = userNotFound,
): Promise<Result> {
  const claims = await provenClaims(services, input);
  return services.transaction(() => {
    const { user, clientId } = present(services, claims, userGone);
    return write(user, clientId);
  });
}

async function provenClaims(
  { tokens }: Pick<Services, 'tokens'>,
  input: Input,
): Promise<AccessClaims> {
  const claims = await tokens.readAccessToken(input.token('AccessToken'));
  if (!claims.scopes.includes(ACCOUNT_SCOPE)) throw missingScopes();
  return claims;
}

/** Whom a token speaks for, as of now. */
function present(
  { users, sessions }: Pick<Services, 'users' | 'sessions'>,
  { pool, sub, sessionId, clientId }: AccessClaims,
  userGone: () => CognitoError,
): SignedIn {
  const user = users.find(pool.id, sub);
  if (!user) throw userGone();
  if (!user.isEnabled) throw notAuthorized('User is disabled.');
  const session = sessions.find(sessionId);
  if (!session || session.isRevoked) throw revokedToken();
  return { user, clientId };
}

/** What a token says whose sign-in has ended. */
export const revokedToken = (): CognitoError => notAuthorized('Access Token has been revoked');
