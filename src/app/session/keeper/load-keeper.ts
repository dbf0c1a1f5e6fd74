import { InjectionToken, type Type } from '@angular/core';
import type { KeptSession } from './kept-session';

/** Brings the code of what keeps a session, once there is one. */
export const LOAD_KEEPER = new InjectionToken<() => Promise<Type<KeptSession>>>('load keeper', {
  factory: () => async () => (await import('./session-keeper')).SessionKeeper,
});
