import { keptGroup } from '../directory/groups.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/**
 * Its members lose it with their next tokens.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteGroup.html
 */
export function deleteGroup(services: Pick<Services, 'directory' | 'users'>, input: Input): object {
  const { pool, group } = keptGroup(services, input);
  services.directory.groups.remove(pool.id, group.value.name);
  services.users.emptyGroup(pool.id, group.value.name);
  return {};
}
