import type { Input } from '../request/input.ts';
import { itemsAfter, pageOf, readPage } from '../request/page.ts';
import { describeServer } from '../directory/resource-servers.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListResourceServers.html */
export function listResourceServers(
  { directory }: Pick<Services, 'directory'>,
  input: Input,
): object {
  const request = readPage(input, { limit: 'MaxResults', token: 'NextToken', min: 1, max: 50 });
  const pool = directory.pool(input.poolId());
  const name = (server: { name: string }): string => server.name;
  const servers = itemsAfter(directory.resourceServers.list(pool.id), request, name);
  const { items, next } = pageOf(servers, request, name);
  return {
    ResourceServers: items.map(({ kept }) => describeServer(pool.id, kept.value)),
    NextToken: next,
  };
}
