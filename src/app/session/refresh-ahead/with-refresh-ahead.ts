import type { SessionFeature } from '../session-feature';

/** Refreshes tokens shortly before they expire, so that no request has to wait for it. */
export function withRefreshAhead(): SessionFeature {
  return { load: async () => (await import('./refresh-ahead')).refreshAhead };
}
