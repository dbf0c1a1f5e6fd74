import type { SessionLifetime } from '../identity/session-lifetime';

/** What the user pool says of the person who is signed in. */
export interface Profile {
  /** The attribute `name`; empty where the person has given none. */
  readonly name: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
  /** All attributes, these three among them, as the pool lists them. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What an account can be opened with. */
export interface Factors {
  readonly hasPassword: boolean;
  /** Whether a code of an authenticator app follows the password. */
  readonly isTotpOn: boolean;
}

export interface Passkey {
  readonly id: string;
  readonly name: string;
  /** `null` where the pool does not say. */
  readonly createdAt: Date | null;
  /** `here`: built into the device where it was made; `apart`: a security key or a phone. */
  readonly kind: 'here' | 'apart' | 'unknown';
}

/** How this session began. */
export interface Beginning {
  readonly since: Date;
  /** `domain`: at the user pool's own page, by whatever way. */
  readonly way: 'password' | 'passwordless' | 'domain';
  readonly lifetime: SessionLifetime;
}

/**
 * The port to what people may see and change of their own account. Every method asks the network,
 * and rejects with an `IdentityProblem` that says what to do.
 */
export abstract class Account {
  abstract profile(): Promise<Profile>;

  /** An empty name takes the name away. */
  abstract rename(name: string): Promise<void>;

  /**
   * Asks for another address. `code-sent`: it has to be confirmed by a code that was sent to it; until
   * then the old one stays.
   */
  abstract changeEmail(email: string): Promise<'changed' | 'code-sent'>;

  /** Sends another code to the address that is to be confirmed. */
  abstract resendEmailCode(): Promise<void>;

  abstract confirmEmail(code: string): Promise<void>;

  abstract factors(): Promise<Factors>;

  /** `current` is `null` for those who have no password yet. */
  abstract changePassword(current: string | null, next: string): Promise<void>;

  /** The secret for an authenticator app, in base32. A new one each time; the last one counts. */
  abstract beginTotp(): Promise<string>;

  /** Turns the second step on, by a code of the app that has the secret. */
  abstract turnTotpOn(code: string): Promise<void>;

  abstract turnTotpOff(): Promise<void>;

  abstract passkeys(): Promise<readonly Passkey[]>;

  /** Opens the browser's own dialogue, and keeps what comes of it. */
  abstract addPasskey(): Promise<void>;

  /** Removing one that is gone already succeeds. */
  abstract removePasskey(id: string): Promise<void>;

  abstract beginning(): Promise<Beginning>;

  /** Ends all sessions of this person at the pool. This browser still holds what it holds. */
  abstract endAllSessions(): Promise<void>;

  /** Deletes the account. Deleting one that is gone already succeeds. */
  abstract delete(): Promise<void>;
}
