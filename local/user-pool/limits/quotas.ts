import type { StateDatabase } from '../../state/state-database.ts';
import type { Clock } from '../../clock.ts';
import { limitExceeded } from '../cognito-error.ts';

const HOUR_MS = 3600 * 1000;

/** What one person may ask for in an hour; AWS gives ranges for some, of which these are the generous end. */
const perHour = {
  ConfirmSignUp: 15,
  ResendConfirmationCode: 5,
  ForgotPassword: 20,
  ConfirmForgotPassword: 20,
  ChangePassword: 5,
  VerifyEmail: 5,
  VerifyUserAttribute: 15,
} as const;

/** Counts per person and hour: https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
export class Quotas {
  private readonly database: StateDatabase;
  private readonly clock: Clock;

  constructor(database: StateDatabase, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Takes one from what `subject` may do this hour; throws LimitExceededException when nothing is left. */
  spend(operation: keyof typeof perHour, subject: string): void {
    const now = this.clock.now();
    const key = `${operation} ${subject}`;
    this.database.prepare('DELETE FROM quota WHERE renews_at <= ?').run(now);
    const row = this.database.prepare('SELECT used FROM quota WHERE key = ?').get(key);
    if (Number(row?.['used'] ?? 0) >= perHour[operation]) {
      const most = String(perHour[operation]);
      throw limitExceeded().because(`${operation}: at most ${most} an hour for each person`);
    }
    this.database
      .prepare(
        `INSERT INTO quota (key, used, renews_at) VALUES (?, 1, ?)
         ON CONFLICT (key) DO UPDATE SET used = used + 1`,
      )
      .run(key, now + HOUR_MS);
  }
}
