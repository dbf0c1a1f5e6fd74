import { InjectionToken, type WritableSignal, signal } from '@angular/core';
import type { Person } from './identity/person';

/** Why it cannot be asked at the moment: no network, no sign-in service, or one with too much to do. */
export type Trouble = 'offline' | 'away' | 'busy';

export type SettledState =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'signed-in'; readonly person: Person }
  /** Somebody is signed in, but whether still so cannot be asked at the moment. */
  | { readonly kind: 'unavailable'; readonly person: Person; readonly trouble: Trouble };

export type SessionState = { readonly kind: 'restoring' } | SettledState;

/** The one state. `Session` and what it keeps write it; everybody else reads `Session.state`. */
export const SESSION_STATE = new InjectionToken<WritableSignal<SessionState>>('session state', {
  factory: () => signal<SessionState>({ kind: 'restoring' }, { equal: isSameState }),
});

export function personOf(state: SessionState): Person | null {
  return 'person' in state ? state.person : null;
}

/** A refresh brings the same person again: nobody who shows them needs to know. */
function isSameState(one: SessionState, other: SessionState): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
