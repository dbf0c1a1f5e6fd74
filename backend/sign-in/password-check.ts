/** What somebody claims to be. An empty text counts as given. */
export interface Credentials {
  username: string;
  password: string;
}

/** What a sign-in gives; the ID and access tokens live `expiresInSeconds`. */
export interface Tokens {
  idToken: string;
  accessToken: string;
  refreshToken: string | undefined;
  expiresInSeconds: number;
  tokenType: string;
}

/** How a check ends. */
export type CheckedPassword =
  | { outcome: 'signed-in'; tokens: Tokens }
  /** The password is right, but something else is asked for: a new password, a second factor. */
  | { outcome: 'challenged' }
  /** The pool's own answer, as `NotAuthorizedException`; `text` is the exception in words. */
  | { outcome: 'refused'; exception: string; text: string }
  /** There was no answer. */
  | { outcome: 'unavailable' };

/** Where passwords are checked. Never rejects for what the caller has sent. */
export interface PasswordCheck {
  check(credentials: Credentials): Promise<CheckedPassword>;
}
