import type { SessionFeature } from '../session-feature';
import type { SessionLifetime } from '../ways-in/session-lifetime';

export interface IdleSignOutOptions {
  /** Milliseconds without activity in any tab of the session. */
  readonly after: number;
  /** Milliseconds before that at which the person is asked whether to stay; a minute without it. */
  readonly warnBefore?: number;
  /** The sessions it is for: those of one tab only, or every one. */
  readonly lifetime: Extract<SessionLifetime, 'this-tab'> | 'every';
}

/** Signs out whoever has walked away: a courtesy on shared machines. Throws on options that make no sense. */
export function withIdleSignOut({
  after,
  warnBefore = 60_000,
  lifetime,
}: IdleSignOutOptions): SessionFeature {
  if (!(warnBefore >= 0 && after > warnBefore && Number.isFinite(after)))
    throw new TypeError('withIdleSignOut: `after` has to be longer than `warnBefore`, in ms.');
  const options = { after, warnBefore, lifetime };
  return { load: async () => (await import('./idle-sign-out')).idleSignOut(options) };
}
