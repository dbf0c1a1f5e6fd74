import type { UserPools } from '../user-pool/user-pools.ts';
import { DEMO_PEOPLE, PEOPLE_POOL_ID } from './identities.ts';

/** Puts the demo people into the people pool when nobody is in it. */
export function seedPeople(pools: Pick<UserPools, 'createUser' | 'isEmpty'>): void {
  if (!pools.isEmpty(PEOPLE_POOL_ID)) return;
  for (const person of DEMO_PEOPLE) pools.createUser(PEOPLE_POOL_ID, person);
}
