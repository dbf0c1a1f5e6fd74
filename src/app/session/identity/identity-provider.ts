import type { Person } from './person';

export type TokenKind = 'id' | 'access';

/** What a session consists of while it lasts; encoded JSON Web Tokens. */
export interface Tokens extends Readonly<Record<TokenKind, string>> {
  readonly person: Person;
}

export type IdentityChange = 'signed-in' | 'signed-out';

/** The port to whoever knows the people. Methods that need the network reject when it fails. */
export abstract class IdentityProvider {
  /** Whom this browser holds a session of, if anybody: a look at storage, no network. */
  abstract remembered(): Person | null;

  /**
   * Valid tokens, refreshed when they have expired or `forceRefresh` is set. `null` only when
   * the provider definitely says that there is no session (any more); rejects on everything
   * else, such as a network fault, a throttled or a failing server.
   */
  abstract tokens(options: { forceRefresh: boolean }): Promise<Tokens | null>;

  /** Ends the session in this browser, whatever the network says. */
  abstract signOut(): Promise<void>;

  /**
   * Tells of everybody who signs in or out without `signOut`: on the sign-in page, in another tab. Amplify
   * hears of other tabs from when it is loaded.
   */
  abstract onChange(listener: (change: IdentityChange) => void): void;

  /** Resolves when sign-in can be shown. */
  abstract prepare(): Promise<void>;
}
