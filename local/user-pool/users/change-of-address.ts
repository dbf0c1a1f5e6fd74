import type { Services } from '../services.ts';
import { usernameKey } from './user-store.ts';
import type { User } from './user-store.ts';

/** The address that a code for the attribute `email` is mailed to, and proves: the one that waits for it, or the present one. */
export function addressToProve({ pendingEmail, email }: User): string {
  return pendingEmail ?? email;
}

/** Ends the codes that are on their way to an address which counts no more: they open nothing, and verify no other address. */
export function endCodesOfOldAddress(
  { codes }: Pick<Services, 'codes'>,
  before: User,
  after: User,
): void {
  if (!isSameAddress(before.email, after.email)) {
    codes.discard(before.sub, 'sign-up');
    codes.discard(before.sub, 'forgot-password');
  }
  if (!isSameAddress(addressToProve(before), addressToProve(after))) {
    codes.discard(before.sub, 'verify-email');
  }
}

/** Whether two addresses are one, in whatever case of letters. */
export function isSameAddress(one: string, other: string): boolean {
  return usernameKey(one) === usernameKey(other);
}
