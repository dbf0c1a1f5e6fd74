import { notAuthorized, userNotFound } from '../cognito-error.ts';
import type { PoolClient } from '../directory/pool-directory.ts';
import type { Services } from '../services.ts';
import type { Renewal, Session } from '../tokens/sessions.ts';
import { allowedScopes } from '../directory/defined-scopes.ts';
import { issueTokens, refuseUnusable } from './sign-in.ts';
import type { User } from '../users/user-store.ts';

/** New ID and access tokens for a refresh token, and with rotation a new refresh token too. */
export async function refresh(
  services: Pick<Services, 'transaction' | 'sessions' | 'users' | 'tokens'>,
  { pool, client }: PoolClient,
  token: string,
): Promise<object> {
  const { tokens } = services;
  const { user, session, refreshToken } = services.transaction(() =>
    renewSession(services, { pool, client }, token),
  );
  const result = await issueTokens({ tokens }, { pool, client, user }, session);
  const RefreshToken = refreshToken === undefined ? {} : { RefreshToken: refreshToken };
  return { ChallengeParameters: {}, AuthenticationResult: { ...result, ...RefreshToken } };
}

/** Uses a refresh token: whose it is, and what replaces it. Throws a CognitoError when the token or its user is no longer good. */
export function renewSession(
  { sessions, users }: Pick<Services, 'sessions' | 'users'>,
  { pool, client }: PoolClient,
  token: string,
): Renewal & { readonly user: User } {
  const holder = sessions.findByRefreshToken(token);
  const user = holder && users.find(pool.id, holder.sub);
  if (user) refuseUnusable(user);
  const { session, refreshToken } = sessions.renew(token, client);
  if (!user) throw userNotFound();
  const scopes = remainingScopes({ pool, client }, session);
  return { session: { ...session, scopes }, refreshToken, user };
}

/**
 * What is left of the scopes of a sign-in at the domain: one that the client lost, or that its resource server no longer defines, is in
 * no new token. Machines' tokens are so at AWS; what it does at a refresh is not published. Those that only say what is told about the
 * user stay as they were: without `email`, say, `openid` would tell more.
 */
function remainingScopes({ pool, client }: PoolClient, session: Session): readonly string[] {
  if (session.origin === 'api') return session.scopes;
  const allowed = client.oauth ? allowedScopes(pool, client.oauth) : [];
  const scopes = session.scopes.filter((scope) => opensNoDoor(scope) || allowed.includes(scope));
  if (scopes.length > 0) return scopes;
  throw notAuthorized('Invalid Refresh Token').because(
    `client ${client.name} has none of the scopes of this sign-in any more`,
  );
}

function opensNoDoor(scope: string): boolean {
  return ['openid', 'profile', 'email', 'phone'].includes(scope);
}
