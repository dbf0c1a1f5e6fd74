import type { State } from '../state/state.ts';
import type { UserPools } from '../user-pool/user-pools.ts';
import { DEMO_PEOPLE, PEOPLE_POOL_ID } from './identities.ts';

/**
 * Puts the demo people into the people pool, once in the life of a state: people who were deleted, all of them even, do not come
 * back with passwords that everybody knows. `now` in milliseconds since the epoch.
 */
export function seedPeople(state: State, pools: Pick<UserPools, 'createUser'>, now: number): void {
  if (state.markedAt('people seeded') !== undefined) return;
  state.database.transaction(() => {
    for (const person of DEMO_PEOPLE) pools.createUser(PEOPLE_POOL_ID, person);
    state.mark('people seeded', now);
  });
}
