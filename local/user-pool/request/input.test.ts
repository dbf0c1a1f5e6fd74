import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { operations } from '../operations.ts';
import { PoolUnderTest, openClient } from '../testing/pool-under-test.ts';

let pool: PoolUnderTest;

before(async () => {
  pool = await PoolUnderTest.open();
});

after(() => {
  pool.close();
});

const members = [
  'ClientId',
  'UserPoolId',
  'Username',
  'Password',
  'PreviousPassword',
  'ProposedPassword',
  'ConfirmationCode',
  'Code',
  'AttributeName',
  'AccessToken',
  'RefreshToken',
  'Token',
  'AuthFlow',
  'AuthParameters',
  'ChallengeName',
  'ChallengeResponses',
  'Session',
  'GroupName',
  'UserAttributes',
  'Limit',
  'Filter',
  'PaginationToken',
];

const hostile: unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1e308,
  true,
  [],
  [null],
  {},
  { Name: 1 },
  { USERNAME: {}, SRP_A: [] },
  [{ Name: {}, Value: [] }],
  'x'.repeat(200_000),
  '\u0000',
  '\ud800',
  "' OR 1=1 --",
  '__proto__',
];

test('whatever is sent, every operation answers with a refusal in AWS terms', async () => {
  // A pool of its own: some of the requests delete the very client that sends them.
  const pool = await PoolUnderTest.open();
  const wellFormed = {
    ClientId: openClient.id,
    UserPoolId: 'eu-west-1_pressPe0p',
    Username: 'a@example.test',
    Password: 'Press-Pass-2026',
    ConfirmationCode: '123456',
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: 'a', SRP_A: '1f' },
    ChallengeName: 'PASSWORD_VERIFIER',
    GroupName: 'admin',
    AttributeName: 'email',
  };
  const known = /^(\w+Exception: [^\n]{1,400}|no refusal)/;
  for (const operation of operations.keys()) {
    for (const value of hostile) {
      const everywhere = Object.fromEntries(members.map((name) => [name, value]));
      assert.match(await pool.refusal(operation, everywhere), known);
      assert.match(await pool.refusal(operation, value), /^(Serialization|InvalidParameter|no)/);
      for (const member of members) {
        assert.match(await pool.refusal(operation, { ...wellFormed, [member]: value }), known);
      }
    }
  }
  pool.close();
});

test('missing, ill-typed and overlong members are named as AWS names them', async () => {
  const refused = async (input: unknown) => pool.refusal('ConfirmSignUp', input);
  const ClientId = openClient.id;
  assert.equal(
    await refused({ ClientId }),
    "InvalidParameterException: 1 validation error detected: Value at 'username' failed to satisfy " +
      'constraint: Member must not be null',
  );
  assert.match(await refused({ ClientId: 7 }), /^SerializationException: NUMBER_VALUE can not be/);
  assert.match(await refused([]), /^SerializationException/);
  assert.match(
    await refused({ ClientId, Username: 'x'.repeat(129) }),
    /length less than or equal to 128$/,
  );
  assert.equal(
    await pool.refusal('InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', ClientId }),
    'InvalidParameterException: Missing required parameter USERNAME',
  );
});

test('a refused password or code is not repeated in the answer', async () => {
  const input = {
    ClientId: openClient.id,
    Username: 'a@example.test',
    Password: ' spaced-Secret1 ',
  };
  assert.doesNotMatch(await pool.refusal('SignUp', input), /spaced/);
  const code = { ...input, ConfirmationCode: 'secret code' };
  assert.doesNotMatch(await pool.refusal('ConfirmSignUp', code), /secret code/);
});

test('an operation that is not emulated fails by its name', async () => {
  for (const name of ['CreateUserPool', 'constructor', '__proto__']) {
    assert.equal(
      await pool.refusal(name, {}),
      `UnknownOperationException: ${name} is not emulated by the Presspass stand-in`,
    );
  }
});
