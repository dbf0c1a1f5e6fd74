import { describeDates } from '../dates.ts';
import type { Input } from '../request/input.ts';
import { itemsAfter, pageOf, readPage } from '../request/page.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPools.html */
export function listUserPools({ directory }: Pick<Services, 'directory'>, input: Input): object {
  const request = readPage(input, {
    limit: 'MaxResults',
    token: 'NextToken',
    min: 1,
    max: 60,
    required: true,
  });
  const id = (pool: { id: string }): string => pool.id;
  const { items, next } = pageOf(itemsAfter(directory.list(), request, id), request, id);
  return {
    UserPools: items.map((pool) => ({
      Id: pool.id,
      Name: pool.name,
      LambdaConfig: {},
      ...describeDates({ createdAt: directory.createdAt(pool.id) }),
    })),
    NextToken: next,
  };
}
