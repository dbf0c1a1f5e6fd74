import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PASSWORD, POOL, PoolUnderTest, openClient } from './testing/pool-under-test.ts';

let pool: PoolUnderTest;
const UserPoolId = POOL;

interface Page {
  Users: {
    Username: string;
    Attributes: { Name: string; Value: string }[];
    UserStatus: string;
    UserCreateDate: number;
  }[];
  PaginationToken?: string;
}

before(async () => {
  pool = await PoolUnderTest.open();
  for (const name of ['ada', 'adele', 'bob', 'carl', 'dora']) pool.person(`${name}@example.test`);
  const unconfirmed = { ClientId: openClient.id, Username: 'eve@example.test', Password: PASSWORD };
  const UserAttributes = [{ Name: 'given_name', Value: 'Eve "E"' }];
  await pool.perform('SignUp', { ...unconfirmed, UserAttributes });
});

after(() => {
  pool.close();
});

const list = async (extra: object = {}) =>
  pool.perform<Page>('ListUsers', { UserPoolId, ...extra });

const emails = ({ Users }: Page) =>
  Users.map((user) => user.Attributes.find(({ Name }) => Name === 'email')?.Value).sort();

test('pages of users meet everybody once', async () => {
  const seen: unknown[] = [];
  let PaginationToken: string | undefined;
  do {
    const page = await list({ Limit: 4, PaginationToken });
    seen.push(...emails(page));
    PaginationToken = page.PaginationToken;
  } while (PaginationToken);
  assert.deepEqual(seen.sort(), [
    'ada@example.test',
    'adele@example.test',
    'bob@example.test',
    'carl@example.test',
    'dora@example.test',
    'eve@example.test',
  ]);
});

test('users are found by equality and by the start of an attribute', async () => {
  const found = async (Filter: string) => emails(await list({ Filter }));
  assert.deepEqual(await found('email = "ADA@example.test"'), ['ada@example.test']);
  assert.deepEqual(await found('email ^= "ad"'), ['ada@example.test', 'adele@example.test']);
  assert.deepEqual(await found('cognito:user_status = "UNCONFIRMED"'), ['eve@example.test']);
  assert.deepEqual(await found('given_name = "Eve \\"E\\""'), ['eve@example.test']);
  assert.deepEqual(await found('status = "Disabled"'), []);
  assert.equal((await found('')).length, 6);
});

test('a filter, a limit and a page that make no sense are refused', async () => {
  const refused = async (extra: object) => pool.refusal('ListUsers', { UserPoolId, ...extra });
  const noFilter = 'InvalidParameterException: Error while parsing filter.';
  for (const Filter of ['email', 'srp_salt = "x"', 'email = "a" OR 1=1', 'email = "']) {
    assert.equal(await refused({ Filter }), noFilter);
  }
  assert.match(await refused({ Limit: 61 }), /less than or equal to 60$/);
  assert.match(await refused({ Limit: 1.5 }), /^SerializationException/);
  assert.match(await refused({ PaginationToken: 'junk' }), /^InvalidParameterException/);
});

test('nothing that is kept of a password or a code is listed', async () => {
  const text = JSON.stringify(await list());
  assert.doesNotMatch(text, /salt|verifier|password|hash/i);
  const few = await list({ AttributesToGet: ['sub'], Limit: 1 });
  assert.deepEqual(
    few.Users[0]?.Attributes.map(({ Name }) => Name),
    ['sub'],
  );
});

test('groups are those of the pool, and joining or leaving twice is no error', async () => {
  const membership = { UserPoolId, Username: 'bob@example.test', GroupName: 'admin' };
  for (const operation of ['AdminAddUserToGroup', 'AdminRemoveUserFromGroup']) {
    assert.deepEqual(await pool.perform(operation, membership), {});
    assert.deepEqual(await pool.perform(operation, membership), {});
    assert.equal(
      await pool.refusal(operation, { ...membership, GroupName: 'kings' }),
      'ResourceNotFoundException: Group not found.',
    );
    assert.equal(
      await pool.refusal(operation, { ...membership, Username: 'nobody@example.test' }),
      'UserNotFoundException: User does not exist.',
    );
    assert.equal(
      await pool.refusal(operation, { ...membership, UserPoolId: 'eu-west-1_none' }),
      'ResourceNotFoundException: User pool eu-west-1_none does not exist.',
    );
  }
});
