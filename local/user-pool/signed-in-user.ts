import { missingScopes, notAuthorized, userNotFound } from './cognito-error.ts';
import type { Input } from './input.ts';
import type { Services } from './services.ts';
import { ACCOUNT_SCOPE } from './sessions.ts';
import type { User } from './user-store.ts';

/** The user whom the request's access token speaks for. Throws as Cognito does for an old, revoked or foreign token. */
export async function signedInUser(
  services: Pick<Services, 'tokens' | 'users' | 'sessions'>,
  input: Input,
): Promise<User> {
  const claims = await services.tokens.readAccessToken(input.token('AccessToken'));
  if (!claims.scopes.includes(ACCOUNT_SCOPE)) throw missingScopes();
  const user = services.users.find(claims.pool.id, claims.sub);
  if (!user) throw userNotFound();
  if (!user.isEnabled) throw notAuthorized('User is disabled.');
  const session = services.sessions.find(claims.sessionId);
  if (!session || session.isRevoked) throw notAuthorized('Access Token has been revoked');
  return user;
}
