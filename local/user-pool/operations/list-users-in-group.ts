import { describeUser } from '../users/described-user.ts';
import { keptGroup } from '../directory/groups.ts';
import type { Input } from '../request/input.ts';
import { pageOf, readPage } from '../request/page.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsersInGroup.html */
export function listUsersInGroup(
  services: Pick<Services, 'directory' | 'users'>,
  input: Input,
): object {
  const request = readPage(input, { limit: 'Limit', token: 'NextToken', min: 0, max: 60 });
  const { pool, group } = keptGroup(services, input);
  const found = services.users.members(pool.id, group.value.name, request);
  const { items, next } = pageOf(found, request, ({ sub }) => sub);
  return { Users: items.map((user) => describeUser(user)), NextToken: next };
}
