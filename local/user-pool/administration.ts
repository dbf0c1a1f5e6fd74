import { cognitoError, userNotFound } from './cognito-error.ts';
import type { Input } from './input.ts';
import type { Services } from './services.ts';
import type { User } from './user-store.ts';

/** The user an administrator's request names. Throws ResourceNotFoundException or UserNotFoundException. */
export function namedUser(
  { directory, users }: Pick<Services, 'directory' | 'users'>,
  input: Input,
): User {
  const pool = directory.pool(input.poolId());
  const user = users.find(pool.id, input.username());
  if (!user) throw userNotFound();
  return user;
}

/** The group that an administrator's request names; groups belong to the pool's settings. Throws ResourceNotFoundException. */
export function namedGroup({ directory }: Pick<Services, 'directory'>, input: Input): string {
  const pool = directory.pool(input.poolId());
  const group = input.string('GroupName', { min: 1, max: 128 });
  if (pool.groups.some(({ name }) => name === group)) return group;
  throw cognitoError('ResourceNotFoundException', 'Group not found.');
}
