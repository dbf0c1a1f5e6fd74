import type { SessionFeature } from '../session-feature';

/**
 * Follows what happens to the session in other tabs: signing in and out, other groups, another
 * person. Pages that may no longer be seen are left; give their routes `canMatch` guards.
 */
export function withCrossTab(): SessionFeature {
  return { followsOtherTabs: true, load: async () => (await import('./cross-tab')).crossTab };
}
