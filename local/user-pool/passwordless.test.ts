import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chooseAuth } from './testing/challenge.ts';
import type { AuthAnswer } from './testing/challenge.ts';
import { PASSWORD, POOL, PoolUnderTest, openClient } from './testing/pool-under-test.ts';
import type { Tokens } from './testing/pool-under-test.ts';
import { freeClient } from './testing/stage.ts';

let pool: PoolUnderTest;

before(async () => {
  pool = await PoolUnderTest.open();
  pool.pools.addAppClient(POOL, freeClient);
});

after(() => {
  pool.close();
});

const WRONG = 'NotAuthorizedException: Incorrect username or password.';
const passwordMissing = (member: string) =>
  `InvalidParameterException: 1 validation error detected: Value at '${member}' failed to satisfy ` +
  'constraint: Member must not be null';

/** Somebody who signed up without a password and was signed in by that. */
async function joined(email: string, blank = {}): Promise<string> {
  await pool.perform('SignUp', { ClientId: freeClient.id, Username: email, ...blank });
  const { Session } = await pool.perform<{ Session: string }>('ConfirmSignUp', {
    ClientId: freeClient.id,
    Username: email,
    ConfirmationCode: pool.code(email),
  });
  const { AuthenticationResult } = await pool.perform<{ AuthenticationResult: Tokens }>(
    'InitiateAuth',
    { ...chooseAuth(email, freeClient), Session },
  );
  return AuthenticationResult.AccessToken;
}

const factorsOf = async (email: string) =>
  (await pool.perform<AuthAnswer>('InitiateAuth', chooseAuth(email, freeClient)))
    .AvailableChallenges;

test('who signs up without a password gets in by mailed codes, and by no password', async () => {
  const email = 'none@example.test';
  const AccessToken = await joined(email);
  assert.deepEqual(await factorsOf(email), ['EMAIL_OTP']);
  const { ConfiguredUserAuthFactors } = await pool.perform('GetUserAuthFactors', { AccessToken });
  assert.deepEqual(ConfiguredUserAuthFactors, ['EMAIL_OTP']);
  for (const password of [PASSWORD, ' '.repeat(6), 'undefined']) {
    const AuthParameters = { USERNAME: email, PASSWORD: password };
    const input = { AuthFlow: 'USER_PASSWORD_AUTH', ClientId: freeClient.id, AuthParameters };
    assert.equal(await pool.refusal('InitiateAuth', input), WRONG);
  }
});

test('a blank password is none, a weak one is refused', async () => {
  assert.ok(await joined('blank@example.test', { Password: '' }));
  const weak = { ClientId: freeClient.id, Username: 'weak@example.test', Password: 'weak-pass' };
  assert.match(await pool.refusal('SignUp', weak), /^InvalidPasswordException/);
});

test('a client that cannot sign in without a password wants one at sign-up', async () => {
  const input = { ClientId: openClient.id, Username: 'wanting@example.test' };
  assert.equal(await pool.refusal('SignUp', input), passwordMissing('password'));
});

test('the first password is set without a previous one, the second is not', async () => {
  const email = 'first@example.test';
  const AccessToken = await joined(email);
  const weak = { AccessToken, ProposedPassword: 'weak-pass' };
  assert.match(await pool.refusal('ChangePassword', weak), /^InvalidPasswordException/);
  const first = { AccessToken, ProposedPassword: PASSWORD };
  assert.deepEqual(await pool.perform('ChangePassword', first), {});
  assert.deepEqual(await factorsOf(email), ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP']);
  assert.ok((await pool.signIn(email, freeClient)).IdToken);
  const second = { AccessToken, ProposedPassword: 'Other-Pass-2026' };
  assert.equal(await pool.refusal('ChangePassword', second), passwordMissing('previousPassword'));
  const wrong = { ...second, PreviousPassword: 'Wrong-Pass-2026' };
  assert.equal(await pool.refusal('ChangePassword', wrong), WRONG);
});

test('a forgotten password that never was can be set by a mailed code', async () => {
  const email = 'forgotten@example.test';
  await joined(email);
  const account = { ClientId: freeClient.id, Username: email };
  await pool.perform('ForgotPassword', account);
  const reset = { ...account, ConfirmationCode: pool.code(email), Password: PASSWORD };
  await pool.perform('ConfirmForgotPassword', reset);
  assert.ok((await pool.signIn(email, freeClient)).IdToken);
});
