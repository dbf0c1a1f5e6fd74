import { describeGroup } from '../directory/groups.ts';
import type { Input } from '../request/input.ts';
import { itemsAfter, pageOf, readPage } from '../request/page.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListGroups.html */
export function listGroups({ directory }: Pick<Services, 'directory'>, input: Input): object {
  const request = readPage(input, { limit: 'Limit', token: 'NextToken', min: 0, max: 60 });
  const pool = directory.pool(input.poolId());
  const name = (group: { name: string }): string => group.name;
  const groups = itemsAfter(directory.groups.list(pool.id), request, name);
  const { items, next } = pageOf(groups, request, name);
  return { Groups: items.map(({ kept }) => describeGroup(pool.id, kept)), NextToken: next };
}
