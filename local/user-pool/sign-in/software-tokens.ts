import type { StateDatabase } from '../../state/state-database.ts';
import { Secret, TOTP } from 'otpauth';
import type { Clock } from '../../clock.ts';
import { Seal } from '../seal.ts';
import type { User, UserKey } from '../users/user-store.ts';

const SECRET_BYTES = 32;
const PERIOD_MS = 30_000;

/** A user's verified software token. */
export interface SoftwareToken {
  /** FriendlyDeviceName */
  readonly name: string | undefined;
  readonly isEnabled: boolean;
  readonly isPreferred: boolean;
}

/** What a code turned out to be; `used`: right, but an equal or later one has been accepted before. */
export type CodeVerdict = 'right' | 'wrong' | 'used';

/**
 * Authenticator apps: time-based one-time passwords (RFC 6238, SHA-1, six digits, 30 s, one step of tolerance either way). Secrets are
 * kept encrypted, and a step is accepted once (RFC 6238, 5.2).
 */
export class SoftwareTokens {
  private readonly database: StateDatabase;
  private readonly clock: Clock;
  private readonly seal: Seal;

  constructor(database: StateDatabase, clock: Clock, secret: Buffer) {
    this.database = database;
    this.clock = clock;
    this.seal = new Seal(secret, 'software tokens');
  }

  /** Makes a secret (Base32) for a user; it counts, in place of an earlier one, from the moment `verify` is told a code of it. */
  associate(user: User): string {
    const { base32 } = new Secret({ size: SECRET_BYTES });
    this.database
      .prepare(
        `INSERT INTO software_token (pool_id, sub, pending_secret) VALUES (?, ?, ?)
         ON CONFLICT (pool_id, sub) DO UPDATE SET pending_secret = excluded.pending_secret`,
      )
      .run(user.poolId, user.sub, this.seal.close(base32, ownerOf(user)));
    return base32;
  }

  /** Whether there is a secret that waits for its first code. */
  isAssociated(user: User): boolean {
    return typeof this.row(user)?.['pending_secret'] === 'string';
  }

  /** Takes the first code of the newest secret; false when it is wrong or there is none. The code is used up by it. */
  verify(user: User, code: string, name: string | undefined): boolean {
    return this.database.transaction(() => {
      const pending = this.row(user)?.['pending_secret'];
      const step = this.stepOf(user, pending, code);
      if (step === undefined) return false;
      this.database
        .prepare(
          `UPDATE software_token SET secret = pending_secret, pending_secret = NULL, name = ?, last_step = ?
           WHERE pool_id = ? AND sub = ?`,
        )
        .run(name ?? null, step, user.poolId, user.sub);
      return true;
    });
  }

  /** The user's verified token; undefined where there is none. */
  find(user: UserKey): SoftwareToken | undefined {
    const row = this.row(user);
    if (typeof row?.['secret'] !== 'string') return undefined;
    return {
      name: typeof row['name'] === 'string' ? row['name'] : undefined,
      isEnabled: row['is_enabled'] === 1,
      isPreferred: row['is_preferred'] === 1,
    };
  }

  /** Checks a code of the verified token; a right one is used up. */
  check(user: User, code: string): CodeVerdict {
    return this.database.transaction(() => {
      const row = this.row(user);
      const step = this.stepOf(user, row?.['secret'], code);
      if (step === undefined) return 'wrong';
      if (step <= Number(row?.['last_step'])) return 'used';
      this.database
        .prepare('UPDATE software_token SET last_step = ? WHERE pool_id = ? AND sub = ?')
        .run(step, user.poolId, user.sub);
      return 'right';
    });
  }

  /** Turns the verified token on or off as a second factor. */
  prefer(user: User, { isEnabled, isPreferred }: Omit<SoftwareToken, 'name'>): void {
    this.database
      .prepare(
        'UPDATE software_token SET is_enabled = ?, is_preferred = ? WHERE pool_id = ? AND sub = ?',
      )
      .run(Number(isEnabled), Number(isPreferred), user.poolId, user.sub);
  }

  private row(user: UserKey): Record<string, unknown> | undefined {
    return this.database
      .prepare('SELECT * FROM software_token WHERE pool_id = ? AND sub = ?')
      .get(user.poolId, user.sub);
  }

  /** The time step that a code belongs to; undefined when it is wrong. */
  private stepOf(user: User, sealed: unknown, code: string): number | undefined {
    const secret = typeof sealed === 'string' ? this.seal.open(sealed, ownerOf(user)) : undefined;
    if (secret === undefined || !/^\d{6}$/.test(code)) return undefined;
    const timestamp = this.clock.now();
    const delta = new TOTP({ secret }).validate({ token: code, timestamp, window: 1 });
    return delta === null ? undefined : Math.floor(timestamp / PERIOD_MS) + delta;
  }
}

function ownerOf(user: User): string {
  return `${user.poolId} ${user.sub}`;
}
