import { createHmac, randomInt } from 'node:crypto';
import type { StateDatabase } from '../../state/state-database.ts';
import type { Clock } from '../../clock.ts';
import { codeMismatch, expiredCode, limitExceeded } from '../cognito-error.ts';
import { isSame } from '../secret-text.ts';
import { usernameKey } from './user-store.ts';

export type CodePurpose = 'sign-up' | 'forgot-password' | 'verify-email';

const HOUR_MS = 3600 * 1000;

/** Sign-up and attribute codes work for 24 hours, those for a forgotten password for one (AWS: quotas in user pools). */
const lifetimeMs: Record<CodePurpose, number> = {
  'sign-up': 24 * HOUR_MS,
  'forgot-password': HOUR_MS,
  'verify-email': 24 * HOUR_MS,
};

/** So many wrong tries end a code: a million codes cannot be tried out. */
const WRONG_TRIES = 5;

/** Whose code it is, and the address that it is mailed to: the code proves that address, and no other. */
export interface CodeHolder {
  readonly id: string;
  readonly address: string;
}

/** Six-digit codes. They are kept as keyed hashes only: a plain hash of six digits is found in a second. */
export class CodeStore {
  private readonly database: StateDatabase;
  private readonly clock: Clock;
  private readonly secret: Buffer;

  constructor(database: StateDatabase, clock: Clock, secret: Buffer) {
    this.database = database;
    this.clock = clock;
    this.secret = secret;
  }

  /** Makes a code; an earlier one for the same purpose stops working. */
  issue(holder: CodeHolder, purpose: CodePurpose): string {
    const now = this.clock.now();
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    this.database.prepare('DELETE FROM code WHERE expires_at < ?').run(now - 24 * HOUR_MS);
    this.database
      .prepare(
        `INSERT OR REPLACE INTO code (subject, purpose, hash, expires_at) VALUES (?, ?, ?, ?)`,
      )
      .run(holder.id, purpose, this.hashOf(holder, purpose, code), now + lifetimeMs[purpose]);
    return code;
  }

  /**
   * Throws CodeMismatchException (also for a code that went to another address), ExpiredCodeException (also when none was asked for) or
   * LimitExceededException.
   */
  check(holder: CodeHolder, purpose: CodePurpose, code: string): void {
    const row = this.database
      .prepare('SELECT * FROM code WHERE subject = ? AND purpose = ?')
      .get(holder.id, purpose);
    if (!row) throw expiredCode().because('there is no such code: never asked for, or used before');
    if (Number(row['expires_at']) <= this.clock.now()) {
      throw expiredCode().because('the code is too old: ask for a new one');
    }
    const tries = Number(row['wrong_tries']) + 1;
    if (tries > WRONG_TRIES) {
      throw limitExceeded().because('too many wrong codes: ask for a new one');
    }
    if (isSame(String(row['hash']), this.hashOf(holder, purpose, code))) return;
    this.database
      .prepare('UPDATE code SET wrong_tries = wrong_tries + 1 WHERE subject = ? AND purpose = ?')
      .run(holder.id, purpose);
    throw codeMismatch().because(`wrong code, ${String(tries)} of ${String(WRONG_TRIES)} tries`);
  }

  /** Ends a code: it was used, or what it was for is gone. */
  discard(id: string, purpose: CodePurpose): void {
    this.database.prepare('DELETE FROM code WHERE subject = ? AND purpose = ?').run(id, purpose);
  }

  private hashOf({ id, address }: CodeHolder, purpose: CodePurpose, code: string): string {
    return createHmac('sha256', this.secret)
      .update(`${id}\n${purpose}\n${code}\n${usernameKey(address)}`)
      .digest('hex');
  }
}
