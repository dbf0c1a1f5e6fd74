/** The port to what happens before somebody is signed in. Methods reject with what the provider says. */
export abstract class WaysIn {
  /** Confirms an account by the code that was e-mailed. `signed-in` where this tab still could sign in. */
  abstract confirmSignUp(email: string, code: string): Promise<'signed-in' | 'confirmed'>;

  /** E-mails another confirmation code. */
  abstract resendCode(email: string): Promise<void>;
}
