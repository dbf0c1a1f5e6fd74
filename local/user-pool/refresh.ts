import { userNotFound } from './cognito-error.ts';
import type { AppClient, PoolSettings } from './pool-settings.ts';
import type { Services } from './services.ts';
import { issueTokens, refuseUnusable } from './sign-in.ts';

/** New ID and access tokens for a refresh token, and with rotation a new refresh token too. */
export async function refresh(
  { sessions, users, tokens }: Pick<Services, 'sessions' | 'users' | 'tokens'>,
  { pool, client }: { pool: PoolSettings; client: AppClient },
  token: string,
): Promise<object> {
  const holder = sessions.findByRefreshToken(token);
  const user = holder && users.find(pool.id, holder.sub);
  if (user) refuseUnusable(user);
  const { session, refreshToken } = sessions.renew(token, client);
  if (!user) throw userNotFound();
  const result = await issueTokens({ users, tokens }, { pool, client, user }, session);
  const RefreshToken = refreshToken === undefined ? {} : { RefreshToken: refreshToken };
  return { ChallengeParameters: {}, AuthenticationResult: { ...result, ...RefreshToken } };
}
