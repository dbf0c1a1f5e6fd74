import { describeGroup, keptGroup } from '../directory/groups.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetGroup.html */
export function getGroup(services: Pick<Services, 'directory'>, input: Input): object {
  const { pool, group } = keptGroup(services, input);
  return { Group: describeGroup(pool.id, group) };
}
