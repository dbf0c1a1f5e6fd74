import { invalidParameter } from '../cognito-error.ts';
import { describeUser } from '../users/described-user.ts';
import type { Input } from '../request/input.ts';
import { pageOf, readPage } from '../request/page.ts';
import type { Services } from '../services.ts';
import type { UserFilter } from '../users/user-store.ts';

const FILTER = /^\s*"?([a-z_:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/;
const searchable = new Set(
  (
    'username email phone_number name given_name family_name preferred_username ' +
    'cognito:user_status status sub'
  ).split(' '),
);

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html */
export function listUsers(
  { directory, users }: Pick<Services, 'directory' | 'users'>,
  input: Input,
): object {
  const request = readPage(input, { limit: 'Limit', token: 'PaginationToken', min: 0, max: 60 });
  const pool = directory.pool(input.poolId());
  const filter = readFilter(input.optionalString('Filter', { max: 256 }));
  const wanted = input.optionalStringList('AttributesToGet', 1000, { min: 1, max: 32 });
  const found = users.list(pool.id, request, filter);
  const { items, next } = pageOf(found, request, ({ sub }) => sub);
  return { Users: items.map((user) => describeUser(user, wanted)), PaginationToken: next };
}

function readFilter(text = ''): UserFilter | undefined {
  if (text.trim() === '') return undefined;
  const [, attribute = '', operator, value = ''] = FILTER.exec(text) ?? [];
  if (!searchable.has(attribute)) throw invalidParameter('Error while parsing filter.');
  return {
    attribute,
    match: operator === '=' ? 'equals' : 'starts-with',
    value: value.replace(/\\(.)/g, '$1'),
  };
}
