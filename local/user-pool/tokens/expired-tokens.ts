import { randomUUID } from 'node:crypto';
import type { PoolClient } from '../directory/pool-directory.ts';
import { newUser } from '../users/create-user.ts';
import { ACCOUNT_SCOPE } from './sessions.ts';
import type { Session } from './sessions.ts';
import { TokenIssuer } from './tokens.ts';

const HOUR_MS = 3600 * 1000;

/** Genuine tokens that are too old. */
export interface ExpiredTokens {
  readonly id: string;
  readonly access: string;
}

/** What a TokenIssuer is made of. */
type IssuerParts = ConstructorParameters<typeof TokenIssuer>;

/**
 * Signs tokens that ended an hour ago, of a reader who is nobody: made here, kept nowhere, in no group. They show what a gateway says to
 * a genuine token that is too old; since they have ended, they open nothing.
 */
export async function issueExpiredTokens(
  [keys, directory, users, clock]: IssuerParts,
  { pool, client }: PoolClient,
): Promise<ExpiredTokens> {
  const lifeMs = Math.max(client.idTokenSeconds, client.accessTokenSeconds) * 1000;
  const issuedAt = clock.now() - lifeMs - HOUR_MS;
  const nobody = newUser(pool.id, 'nobody@presspass.test', undefined, issuedAt);
  const user = { ...nobody, isEmailVerified: true };
  const session: Session = {
    id: randomUUID(),
    poolId: pool.id,
    sub: user.sub,
    clientId: client.id,
    origin: 'api',
    scopes: [ACCOUNT_SCOPE],
    signedInAt: issuedAt,
    expiresAt: issuedAt,
    isRevoked: true,
  };
  const issuer = new TokenIssuer(keys, directory, users, { now: () => issuedAt });
  const { idToken, accessToken } = await issuer.issue({ pool, client, user, session });
  return { id: idToken ?? '', access: accessToken };
}
