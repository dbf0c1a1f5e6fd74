import { randomBytes } from 'node:crypto';
import type { StateDatabase } from '../../state/state-database.ts';
import type { Clock } from '../../clock.ts';
import { hashOfSecret } from '../secret-text.ts';
import type { User } from '../users/user-store.ts';
import { cookieIn } from './cookies.ts';

/** Cognito's cookie signs in for an hour, and is not renewed: AWS, managed login. */
const LIFETIME_SECONDS = 3600;

/** Who signed in with this browser, and when (milliseconds). */
export interface BrowserSession {
  readonly sub: string;
  readonly signedInAt: number;
}

/**
 * The cookies that spare a browser the sign-in page. Each is random, made anew at each sign-in, so that nobody can plant one,
 * and kept only as a hash. One name per pool: both pools share the stand-in's origin.
 */
export class BrowserSessions {
  private readonly database: StateDatabase;
  private readonly clock: Clock;

  constructor(database: StateDatabase, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The `Set-Cookie` of a new session. Not `Secure`, since the stand-in speaks plain HTTP on this machine. */
  start(user: User): string {
    const now = this.clock.now();
    const value = randomBytes(32).toString('base64url');
    this.database.prepare('DELETE FROM browser_session WHERE expires_at <= ?').run(now);
    this.database
      .prepare(
        `INSERT INTO browser_session (hash, pool_id, sub, signed_in_at, expires_at)
         VALUES (?, ?, ?, ?, ?)`,
      )
      .run(hashOfSecret(value), user.poolId, user.sub, now, now + LIFETIME_SECONDS * 1000);
    return setCookie(user.poolId, value, LIFETIME_SECONDS);
  }

  find(poolId: string, cookies: string | undefined): BrowserSession | undefined {
    const value = cookieIn(cookies, nameFor(poolId));
    if (value === undefined) return undefined;
    const row = this.database
      .prepare('SELECT * FROM browser_session WHERE hash = ? AND pool_id = ? AND expires_at > ?')
      .get(hashOfSecret(value), poolId, this.clock.now());
    return row && { sub: String(row['sub']), signedInAt: Number(row['signed_in_at']) };
  }

  /** Ends the session, and gives the `Set-Cookie` that makes the browser forget it. */
  end(poolId: string, cookies: string | undefined): string {
    const value = cookieIn(cookies, nameFor(poolId)) ?? '';
    this.database.prepare('DELETE FROM browser_session WHERE hash = ?').run(hashOfSecret(value));
    return setCookie(poolId, '', 0);
  }
}

const nameFor = (poolId: string): string => `cognito-${poolId}`;

function setCookie(poolId: string, value: string, seconds: number): string {
  const attributes = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax`;
  return `${nameFor(poolId)}=${value}; ${attributes}`;
}
