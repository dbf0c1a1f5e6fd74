import { randomBytes, randomUUID } from 'node:crypto';
import type { StateDatabase } from '../../state/state-database.ts';
import type { Clock } from '../../clock.ts';
import { cognitoError, notAuthorized } from '../cognito-error.ts';
import type { AppClient } from '../directory/pool-settings.ts';
import { hashOfSecret } from '../secret-text.ts';
import type { User } from '../users/user-store.ts';

/** The scope of every sign-in that did not come from the token endpoint: a user may read and change their own account. */
export const ACCOUNT_SCOPE = 'aws.cognito.signin.user.admin';

/** How a sign-in came about: by the pool's own operations, or at its domain with OAuth. */
type SignInOrigin = 'api' | 'domain';

/** What a sign-in at the pool's domain brings along; `signedInAt` is earlier than now where a cookie signed in. */
export interface DomainSignIn {
  readonly scopes: readonly string[];
  readonly signedInAt: number;
}

/** One sign-in and everything issued from it; its id is the tokens' `origin_jti`. Times in milliseconds. */
export interface Session {
  readonly id: string;
  readonly poolId: string;
  readonly sub: string;
  readonly clientId: string;
  readonly origin: SignInOrigin;
  /** What the access tokens allow; a refresh does not change it. */
  readonly scopes: readonly string[];
  readonly signedInAt: number;
  readonly expiresAt: number;
  readonly isRevoked: boolean;
}

/** A session, and the refresh token to hand out; undefined where the old one stays. */
export interface Renewal {
  readonly session: Session;
  readonly refreshToken: string | undefined;
}

/** Sign-ins and their refresh tokens, which are kept only as hashes. */
export class SessionStore {
  private readonly database: StateDatabase;
  private readonly clock: Clock;

  constructor(database: StateDatabase, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  start(
    user: User,
    client: AppClient,
    atDomain?: DomainSignIn,
  ): { session: Session; refreshToken: string } {
    const now = this.clock.now();
    const session: Session = {
      id: randomUUID(),
      poolId: user.poolId,
      sub: user.sub,
      clientId: client.id,
      origin: atDomain ? 'domain' : 'api',
      scopes: atDomain?.scopes ?? [ACCOUNT_SCOPE],
      signedInAt: atDomain?.signedInAt ?? now,
      expiresAt: now + client.refreshTokenSeconds * 1000,
      isRevoked: false,
    };
    return this.database.transaction(() => {
      this.database.prepare('DELETE FROM session WHERE expires_at < ?').run(now - WEEK_MS);
      this.add(session);
      return { session, refreshToken: this.addRefreshToken(session) };
    });
  }

  find(id: string): Session | undefined {
    const row = this.database.prepare('SELECT * FROM session WHERE id = ?').get(id);
    return row && toSession(row);
  }

  /** The session a refresh token belongs to, whatever its state. */
  findByRefreshToken(token: string): Session | undefined {
    const row = this.database.prepare(BY_TOKEN).get(hashOfSecret(token));
    return row && toSession(row);
  }

  /**
   * Uses a refresh token. With rotation the token is replaced, and works on for the grace period; the new one lives
   * no longer than the first would have:
   * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
   */
  renew(token: string, client: AppClient): Renewal {
    return this.database.transaction(() => {
      const row = this.database.prepare(BY_TOKEN).get(hashOfSecret(token));
      const session = row && toSession(row);
      if (session?.clientId !== client.id) throw notAuthorized('Invalid Refresh Token');
      if (session.isRevoked) throw notAuthorized('Refresh Token has been revoked');
      if (session.expiresAt <= this.clock.now()) throw notAuthorized('Refresh Token has expired');
      this.refuseReuse(row?.['rotated_at'], client);
      return { session, refreshToken: this.rotate(token, session, client) };
    });
  }

  revoke(session: Session): void {
    this.database.prepare('UPDATE session SET is_revoked = 1 WHERE id = ?').run(session.id);
  }

  revokeAll(user: User): void {
    this.database
      .prepare('UPDATE session SET is_revoked = 1 WHERE pool_id = ? AND sub = ?')
      .run(user.poolId, user.sub);
  }

  /** Ends every sign-in with an app client. */
  revokeAllOf(client: AppClient): void {
    this.database.prepare('UPDATE session SET is_revoked = 1 WHERE client_id = ?').run(client.id);
  }

  private add(session: Session): void {
    const { id, poolId, sub, clientId, origin, scopes, signedInAt, expiresAt } = session;
    this.database
      .prepare(
        `INSERT INTO session (id, pool_id, sub, client_id, origin, scopes, signed_in_at, expires_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(id, poolId, sub, clientId, origin, scopes.join(' '), signedInAt, expiresAt);
  }

  private rotate(token: string, session: Session, client: AppClient): string | undefined {
    if (!client.refreshTokenRotation) return undefined;
    this.database
      .prepare('UPDATE refresh_token SET rotated_at = coalesce(rotated_at, ?) WHERE hash = ?')
      .run(this.clock.now(), hashOfSecret(token));
    return this.addRefreshToken(session);
  }

  private refuseReuse(rotatedAt: unknown, client: AppClient): void {
    if (typeof rotatedAt !== 'number') return;
    const graceMs = (client.refreshTokenRotation?.retryGracePeriodSeconds ?? 0) * 1000;
    if (this.clock.now() < rotatedAt + graceMs) return;
    // The type is AWS's; its wording is not published.
    throw cognitoError('RefreshTokenReuseException', 'Refresh Token has already been used');
  }

  private addRefreshToken(session: Session): string {
    // No base64url: a token that begins with a dash looks like an option on a command line.
    const token = randomBytes(48).toString('hex');
    this.database
      .prepare('INSERT INTO refresh_token (hash, session_id) VALUES (?, ?)')
      .run(hashOfSecret(token), session.id);
    return token;
  }
}

/** Ended sessions stay a little, so that a late refresh hears "expired" and not "invalid". */
const WEEK_MS = 7 * 24 * 3600 * 1000;

const BY_TOKEN = `SELECT session.*, rotated_at FROM refresh_token
  JOIN session ON session.id = session_id WHERE hash = ?`;

function toSession(row: Record<string, unknown>): Session {
  return {
    id: String(row['id']),
    poolId: String(row['pool_id']),
    sub: String(row['sub']),
    clientId: String(row['client_id']),
    origin: row['origin'] === 'domain' ? 'domain' : 'api',
    scopes: String(row['scopes']).split(' '),
    signedInAt: Number(row['signed_in_at']),
    expiresAt: Number(row['expires_at']),
    isRevoked: row['is_revoked'] === 1,
  };
}
