import type { Input } from '../request/input.ts';
import { itemsAfter, pageOf, readPage } from '../request/page.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPoolClients.html */
export function listUserPoolClients(
  { directory }: Pick<Services, 'directory'>,
  input: Input,
): object {
  const request = readPage(input, { limit: 'MaxResults', token: 'NextToken', min: 1, max: 60 });
  const pool = directory.pool(input.poolId());
  // Dynamic client registration is not emulated: every client is a regular one.
  const hasAny = input.optionalOneOf('ClientType', ['REGULAR', 'DCR']) !== 'DCR';
  const name = (client: { name: string }): string => client.name;
  const clients = itemsAfter(hasAny ? directory.clients.list(pool.id) : [], request, name);
  const { items, next } = pageOf(clients, request, name);
  return {
    UserPoolClients: items.map(({ kept }) => ({
      ClientId: kept.value.id,
      UserPoolId: pool.id,
      ClientName: kept.value.name,
    })),
    NextToken: next,
  };
}
