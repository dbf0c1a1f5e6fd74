import { InjectionToken } from '@angular/core';
import type { KeptSession } from './keeper/kept-session';

/** What `provideSession` can be given besides its options. */
export interface SessionFeature {
  /** Whether this tab follows what happens to the session in others. */
  readonly followsOtherTabs?: boolean;
  readonly start: StartFeature;
}

/** Starts the feature. Runs once in a document, in an injection context. */
export type StartFeature = (keeper: KeptSession) => void;

export const SESSION_FEATURES = new InjectionToken<readonly SessionFeature[]>('session features', {
  factory: () => [],
});
