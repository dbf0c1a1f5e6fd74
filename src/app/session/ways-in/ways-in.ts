import type { NextStep } from './next-step';
import type { SessionLifetime } from '../identity/session-lifetime';

/** Which ways in the user pool has beside the password. */
export interface OfferedWays {
  readonly emailCode: boolean;
  readonly passkey: boolean;
}

/** The port to what happens before somebody is signed in. Methods reject with an `IdentityProblem`. */
export abstract class WaysIn {
  /** Rejects when the configuration cannot be had. */
  abstract offered(): Promise<OfferedWays>;

  /** For how long whoever signs in next stays signed in; holds for every way, until told otherwise. */
  abstract rememberFor(lifetime: SessionLifetime): Promise<void>;

  /** E-mails a one-time code to sign in with, also anew. */
  abstract sendCode(email: string): Promise<NextStep>;

  /** Asks for a passkey of this account. Rejects when the person, the browser or the time says no. */
  abstract signInWithPasskey(email: string): Promise<NextStep>;

  /** Answers the step that the last call led to, in this tab and for some minutes also after a reload. */
  abstract answer(answer: string): Promise<NextStep>;

  /** Confirms an account by the code that was e-mailed. `signed-in` where this tab still could sign in. */
  abstract confirmSignUp(email: string, code: string): Promise<'signed-in' | 'confirmed'>;

  /** E-mails another confirmation code. */
  abstract resendCode(email: string): Promise<void>;
}
