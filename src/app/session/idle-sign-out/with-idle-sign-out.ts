import type { SessionFeature } from '../session-feature';
import type { IdleSignOutOptions } from './idle-sign-out-options';

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
