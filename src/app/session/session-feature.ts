import { InjectionToken, type Type } from '@angular/core';
import type { SessionKeeper } from './keeper/session-keeper';

/** What `provideSession` can be given besides its options: data, and code that comes when somebody is signed in. */
export interface SessionFeature {
  /** Whether this tab follows what happens to the session in others. */
  readonly followsOtherTabs?: boolean;
  /** Brings the code. */
  readonly load: () => Promise<StartFeature>;
}

/** Starts the feature. Runs once in a document, in an injection context. */
export type StartFeature = (keeper: SessionKeeper) => void;

export const SESSION_FEATURES = new InjectionToken<readonly SessionFeature[]>('session features', {
  factory: () => [],
});

/** Brings the code of what keeps a session, once there is one. */
export const LOAD_KEEPER = new InjectionToken<() => Promise<Type<SessionKeeper>>>('load keeper', {
  factory: () => async () => (await import('./keeper/session-keeper')).SessionKeeper,
});
