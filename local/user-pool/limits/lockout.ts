import type { StateDatabase } from '../../state/state-database.ts';
import type { Clock } from '../../clock.ts';
import { notAuthorized, wrongPassword } from '../cognito-error.ts';
import type { CognitoError } from '../cognito-error.ts';

const FREE_FAILURES = 5;
const LONGEST_LOCK_MS = 15 * 60 * 1000;
const QUIET_MS = 15 * 60 * 1000;

/**
 * Slows down guessing: the fifth wrong password locks for a second, each further one for twice as long, up to
 * 15 minutes. Tries during a lock do not count; 15 quiet minutes or a success forgive all:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html
 */
export class Lockout {
  private readonly database: StateDatabase;
  private readonly clock: Clock;

  constructor(database: StateDatabase, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Runs a password check for `subject`, who need not exist: a guesser must not see the difference.
   * Throws NotAuthorizedException when locked, and what `refusal` makes when wrong; it is told how many tries there were.
   */
  guard(
    subject: string,
    isRight: () => boolean,
    refusal: (tries: string) => CognitoError = wrongPassword,
  ): void {
    const { failures, lastAt } = this.read(subject);
    const left = lastAt + lockMs(failures) - this.clock.now();
    if (left > 0) throw locked(left);
    if (isRight()) {
      this.forgive(subject);
      return;
    }
    this.record(subject, failures + 1);
    throw refusal(
      `${failures + 1} wrong in a row, the ${FREE_FAILURES}th and each further one locks`,
    );
  }

  forgive(subject: string): void {
    this.database.prepare('DELETE FROM failed_sign_in WHERE subject = ?').run(subject);
  }

  private read(subject: string): { failures: number; lastAt: number } {
    const row = this.database
      .prepare('SELECT * FROM failed_sign_in WHERE subject = ?')
      .get(subject);
    const lastAt = Number(row?.['last_at'] ?? 0);
    const isQuiet = !row || lastAt + this.quietMs(Number(row['failures'])) <= this.clock.now();
    return isQuiet ? { failures: 0, lastAt: 0 } : { failures: Number(row['failures']), lastAt };
  }

  /** Quiet time counts from the end of a lock, or the longest lock would forgive itself. */
  private quietMs(failures: number): number {
    return QUIET_MS + lockMs(failures);
  }

  private record(subject: string, failures: number): void {
    const now = this.clock.now();
    this.database
      .prepare('DELETE FROM failed_sign_in WHERE last_at < ?')
      .run(now - QUIET_MS - LONGEST_LOCK_MS);
    this.database
      .prepare(
        'INSERT OR REPLACE INTO failed_sign_in (subject, failures, last_at) VALUES (?, ?, ?)',
      )
      .run(subject, failures, now);
  }
}

function locked(leftMs: number): CognitoError {
  const seconds = Math.ceil(leftMs / 1000);
  return notAuthorized('Password attempts exceeded').because(
    `too many wrong tries; locked for another ${seconds} s, and tries until then do not count`,
  );
}

function lockMs(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(1000 * 2 ** (failures - FREE_FAILURES), LONGEST_LOCK_MS);
}
