import { attributeList } from '../attributes.ts';
import { invalidParameter } from '../cognito-error.ts';
import type { Input } from '../input.ts';
import type { Services } from '../services.ts';
import type { User, UserFilter } from '../user-store.ts';

const PAGE = 60;
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
  const pool = directory.pool(input.poolId());
  const limit = input.optionalInteger('Limit', 0, PAGE) ?? PAGE;
  const filter = readFilter(input.optionalString('Filter', { max: 256 }));
  const after = readPage(input.optionalString('PaginationToken', { max: 4096 }));
  const wanted = input.optionalStringList('AttributesToGet');
  const size = limit === 0 ? PAGE : limit;
  const found = users.list(pool.id, size + 1, after, filter);
  const page = found.slice(0, size);
  const last = found.length > size ? page.at(-1) : undefined;
  return {
    Users: page.map((user) => describe(user, wanted)),
    ...(last ? { PaginationToken: Buffer.from(last.sub).toString('base64url') } : {}),
  };
}

/** Times are in seconds since the epoch, as the AWS JSON protocol writes them. */
function describe(user: User, wanted: readonly string[] | undefined): object {
  return {
    Username: user.sub,
    Attributes: attributeList(user).filter(({ Name }) => !wanted || wanted.includes(Name)),
    UserCreateDate: user.createdAt / 1000,
    UserLastModifiedDate: user.modifiedAt / 1000,
    Enabled: user.isEnabled,
    UserStatus: user.status,
  };
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

function readPage(token: string | undefined): string | undefined {
  if (token === undefined) return undefined;
  const sub = Buffer.from(token, 'base64url').toString();
  if (/^[0-9a-f-]{36}$/.test(sub)) return sub;
  throw invalidParameter('Invalid pagination token');
}
