import { namedUser } from '../administration.ts';
import { describeGroup } from '../directory/groups.ts';
import type { Input } from '../request/input.ts';
import { itemsAfter, pageOf, readPage } from '../request/page.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListGroupsForUser.html */
export function adminListGroupsForUser(
  services: Pick<Services, 'directory' | 'users'>,
  input: Input,
): object {
  const request = readPage(input, { limit: 'Limit', token: 'NextToken', min: 0, max: 60 });
  const user = namedUser(services, input);
  const mine = services.users.groupsOf(user);
  const groups = services.directory.groups
    .list(user.poolId)
    .filter(({ name }) => mine.includes(name));
  const name = (group: { name: string }): string => group.name;
  const { items, next } = pageOf(itemsAfter(groups, request, name), request, name);
  return { Groups: items.map(({ kept }) => describeGroup(user.poolId, kept)), NextToken: next };
}
