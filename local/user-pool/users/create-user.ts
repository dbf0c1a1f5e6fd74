import { randomUUID } from 'node:crypto';
import { newPassword, noPassword } from './accounts.ts';
import type { PoolSettings } from '../directory/pool-settings.ts';
import type { Services } from '../services.ts';
import type { User, UserStatus } from './user-store.ts';

/** A user made by hand; the address counts as verified. */
export interface CreatedUser {
  readonly email: string;
  readonly password: string;
  readonly groups?: readonly string[];
  /** CONFIRMED by default. With FORCE_CHANGE_PASSWORD the password is temporary and lasts seven days. */
  readonly status?: UserStatus;
  readonly isEnabled?: boolean;
}

/** How long a temporary password works: TemporaryPasswordValidityDays, seven by default. */
export const TEMPORARY_PASSWORD_MS = 7 * 24 * 3600 * 1000;

/** Adds a user without mail or questions; one who is there already, but for a group, gets it. */
export function createUser(
  { users, clock }: Pick<Services, 'users' | 'clock'>,
  pool: PoolSettings,
  { email, password, groups = [], status = 'CONFIRMED', isEnabled = true }: CreatedUser,
): void {
  const now = clock.now();
  const isTemporary = status === 'FORCE_CHANGE_PASSWORD';
  const user = {
    ...newUser(pool.id, email, password, now),
    isEmailVerified: true,
    status,
    isEnabled,
    passwordExpiresAt: isTemporary ? now + TEMPORARY_PASSWORD_MS : undefined,
  };
  const known = users.find(pool.id, email);
  if (!known) users.save(user);
  for (const group of groups) users.addToGroup(known ?? user, group);
}

/** A user who has yet to confirm; without a password, one who will sign in by mailed codes. `now` is in milliseconds. */
export function newUser(
  poolId: string,
  email: string,
  password: string | undefined,
  now: number,
): User {
  const sub = randomUUID();
  return {
    poolId,
    sub,
    email,
    isEmailVerified: false,
    pendingEmail: undefined,
    status: 'UNCONFIRMED',
    isEnabled: true,
    attributes: {},
    password: password === undefined ? noPassword(poolId, sub) : newPassword(poolId, sub, password),
    passwordExpiresAt: undefined,
    createdAt: now,
    modifiedAt: now,
  };
}
