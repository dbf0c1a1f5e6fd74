import type { BrowserStorage } from '../../browser-storage';
import type { SessionLifetime } from '../../identity/session-lifetime';
import { returnAddress } from '../../return-address';

/** What only the tab that starts a sign-in knows, and what it needs to finish it. */
export interface PendingSignIn {
  /** Comes back in the address (RFC 6749, 10.12). */
  readonly state: string;
  /** Comes back in the ID token (OpenID Connect Core, 3.1.2.1). */
  readonly nonce: string;
  /** Never leaves this tab before the code is exchanged (RFC 7636, 4.1). */
  readonly verifier: string;
  readonly returnTo: string;
  readonly lifetime: SessionLifetime;
}

const keyIn = ({ prefix }: BrowserStorage): string => `${prefix}managed-login.pending`;

/** One per tab: a newer one replaces an older one. Throws where the browser keeps no data. */
export function keepPending(storage: BrowserStorage, pending: PendingSignIn): void {
  const area = storage.area('sessionStorage');
  if (!area) throw new DOMException('This browser keeps no data.');
  area.setItem(keyIn(storage), JSON.stringify(pending));
}

/** Hands it out once. `null` where there is none. */
export function takePending(storage: BrowserStorage): PendingSignIn | null {
  const pending = readPending(storage);
  storage.area('sessionStorage')?.removeItem(keyIn(storage));
  return pending;
}

/** The pending sign-in, if what is kept is one. */
export function readPending(storage: BrowserStorage): PendingSignIn | null {
  const text = storage.area('sessionStorage')?.getItem(keyIn(storage)) ?? null;
  const { state, nonce, verifier, returnTo, lifetime } = parse(text);
  if (!isText(state) || !isText(nonce) || !isText(verifier)) return null;
  return {
    ...{ state, nonce, verifier },
    returnTo: returnAddress(returnTo),
    // Of two lifetimes the shorter one, if that should be in doubt.
    lifetime: lifetime === 'this-device' ? lifetime : 'this-tab',
  };
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(text ?? '{}') ?? {}) as Record<string, unknown>;
  } catch {
    // Storage belongs to the browser's owner: whatever stands there may be no sign-in at all.
    return {};
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
