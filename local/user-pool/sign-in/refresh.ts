import { userNotFound } from '../cognito-error.ts';
import type { PoolClient } from '../directory/pool-directory.ts';
import type { Services } from '../services.ts';
import type { Renewal } from '../tokens/sessions.ts';
import { issueTokens, refuseUnusable } from './sign-in.ts';
import type { User } from '../users/user-store.ts';

/** New ID and access tokens for a refresh token, and with rotation a new refresh token too. */
export async function refresh(
  { sessions, users, tokens }: Pick<Services, 'sessions' | 'users' | 'tokens'>,
  { pool, client }: PoolClient,
  token: string,
): Promise<object> {
  const { user, session, refreshToken } = renewSession(
    { sessions, users },
    { pool, client },
    token,
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
  const renewal = sessions.renew(token, client);
  if (!user) throw userNotFound();
  return { ...renewal, user };
}
