import type { SessionLifetime } from './session-lifetime';
import type { Person } from './person';

export type TokenKind = 'id' | 'access';

/** What a session consists of while it lasts; encoded JSON Web Tokens. */
export interface Tokens extends Readonly<Record<TokenKind, string>> {
  readonly person: Person;
  /**
   * Milliseconds that both are still valid when they are handed over, by the user pool's clock: right
   * even when the device's is wrong. Measure onwards with a clock that cannot be set (`performance.now`).
   */
  readonly remaining: number;
}

/** What has happened to the session without `signOut` or `tokens` of this tab. */
export interface IdentityChange {
  /** `refreshed`: the tokens are others now, and perhaps the groups. */
  readonly kind: 'signed-in' | 'signed-out' | 'refreshed';
  /** In another tab of this browser. */
  readonly isElsewhere: boolean;
}

/** The port to whoever knows the people. Methods that need the network reject when it fails. */
export abstract class IdentityProvider {
  /** Whom this browser holds a session of, if anybody: a look at storage, no network. */
  abstract remembered(): Person | null;

  /** How long the session lasts that this browser holds: a look at storage, no network. */
  lifetime(): SessionLifetime {
    return 'this-device';
  }

  /**
   * Valid tokens, refreshed when they have expired or `forceRefresh` is set. `null` only when
   * the provider definitely says that there is no session (any more); rejects on everything
   * else, such as a network fault, a throttled or a failing server.
   */
  abstract tokens(options: { forceRefresh: boolean }): Promise<Tokens | null>;

  /** Ends the session in this browser, whatever the network says; with `everywhere` on all devices, if it can. */
  abstract signOut(options?: { everywhere?: boolean }): Promise<void>;

  /** Tells of everybody who signs in or out without `signOut`: on the sign-in page, in another tab. */
  abstract onChange(listener: (change: IdentityChange) => void): void;

  /** Resolves when sign-in can be shown. */
  abstract prepare(): Promise<void>;
}
