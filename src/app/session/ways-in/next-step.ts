/** How somebody can begin to sign in. */
export type FirstFactor = 'password' | 'email-code' | 'passkey';

/** What comes after an answer that was right. */
export type NextStep =
  | { readonly kind: 'signed-in' }
  /** A code was e-mailed: `answer` it. The same is said of addresses without an account. */
  | { readonly kind: 'email-code' }
  /** `answer` with the code of the authenticator app. */
  | { readonly kind: 'totp' }
  /** The password was temporary: `answer` with another. */
  | { readonly kind: 'new-password' }
  /** An administrator has reset the password: the person sets another by an e-mailed code. */
  | { readonly kind: 'reset-required' }
  /** The e-mail address has yet to be confirmed. */
  | { readonly kind: 'unconfirmed' }
  /** The way that was asked for is not open to this account; `open` are those that are. */
  | { readonly kind: 'other-way'; readonly open: readonly FirstFactor[] }
  /** A step that this app has no form for. */
  | { readonly kind: 'unknown' };
