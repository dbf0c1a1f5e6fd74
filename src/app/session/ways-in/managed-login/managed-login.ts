import type { Person } from '../../identity/person';
import type { SessionLifetime } from '../../identity/session-lifetime';

/** What to come back with from the user pool's own page. */
export interface Departure {
  /** The path to go to once signed in; checked when it is used. */
  readonly returnTo: string;
  /** What to put into the page's field. */
  readonly email?: string | undefined;
  readonly lifetime: SessionLifetime;
}

/** How a sign-in at the user pool's page has ended, short of a problem. */
export type Arrival =
  | { readonly kind: 'signed-in'; readonly returnTo: string }
  /** `present` is signed in in this browser, and so far remains so; `arriving` has signed in at the domain. */
  | {
      readonly kind: 'somebody-else';
      readonly returnTo: string;
      readonly present: Person;
      readonly arriving: Person;
    };

/**
 * The port to the page that the user pool's domain signs people in on: authorization code with PKCE
 * (RFC 7636). Methods reject with a `ManagedLoginProblem`.
 */
export abstract class ManagedLogin {
  /** Whether there is such a page, and it leads back here. Never rejects. */
  abstract isOffered(): Promise<boolean>;

  /** Leaves for the page. Resolves while the browser is on its way. */
  abstract start(departure: Departure): Promise<void>;

  /** The checked return address of the sign-in that this tab has started, `/` when there is none. */
  abstract returnAddress(): string;

  /** Makes a session of the address that the domain has sent the browser back to. Works once, and again after `unreachable`. */
  abstract finish(callback: URL): Promise<Arrival>;

  /** After `somebody-else`: who was present is signed out, who has arrived signed in. */
  abstract takeOver(): Promise<void>;

  /** After `somebody-else`: nothing changes, and the tokens that have arrived end. */
  abstract turnAway(): Promise<void>;
}
