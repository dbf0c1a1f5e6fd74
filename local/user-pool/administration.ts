import { cognitoError, userNotFound } from './cognito-error.ts';
import type { PoolClient } from './directory/pool-directory.ts';
import { keptGroup } from './directory/groups.ts';
import type { Input } from './request/input.ts';
import type { Services } from './services.ts';
import type { User } from './users/user-store.ts';

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

/** The name of the group that an administrator's request names. Throws ResourceNotFoundException. */
export function namedGroup(services: Pick<Services, 'directory'>, input: Input): string {
  return keptGroup(services, input).group.value.name;
}

/** The app client that a request names, which must be one of the pool that it names. Throws ResourceNotFoundException. */
export function clientOfPool({ directory }: Pick<Services, 'directory'>, input: Input): PoolClient {
  const pool = directory.pool(input.poolId());
  const found = directory.client(input.clientId());
  if (found.pool.id === pool.id) return found;
  throw cognitoError(
    'ResourceNotFoundException',
    `User pool client ${found.client.id} does not exist.`,
  ).because(`the client belongs to pool ${found.pool.id}, not to ${pool.id}`);
}
