import { describeGroup, keptGroup, readGroupSettings } from '../directory/groups.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/**
 * What the request leaves out stays.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateGroup.html
 */
export function updateGroup(services: Pick<Services, 'directory'>, input: Input): object {
  const settings = readGroupSettings(input);
  const { pool, group } = keptGroup(services, input);
  const { name } = group.value;
  const changed = { ...group.value, ...settings };
  return {
    Group: describeGroup(pool.id, services.directory.groups.save(pool.id, name, changed)),
  };
}
