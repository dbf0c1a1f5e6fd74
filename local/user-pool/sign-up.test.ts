import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  PASSWORD,
  PoolUnderTest,
  closedPool,
  legacyClient,
  openClient,
  otherThan,
  passwordAuth,
} from './testing/pool-under-test.ts';

let pool: PoolUnderTest;
const ClientId = openClient.id;
const HOUR_SECONDS = 3600;
const MISMATCH = 'CodeMismatchException: Invalid verification code provided, please try again.';
const EXPIRED = 'ExpiredCodeException: Invalid code provided, please request a code again.';
const LIMIT = 'LimitExceededException: Attempt limit exceeded, please try after some time.';

before(async () => {
  pool = await PoolUnderTest.open();
});

after(() => {
  pool.close();
});

const signUp = (Username: string, extra: object = {}) => ({
  ClientId,
  Username,
  Password: PASSWORD,
  ...extra,
});

const confirm = (Username: string, ConfirmationCode: string) => ({
  ClientId,
  Username,
  ConfirmationCode,
});

test('sign-up tells where the code went, masked, and mails it', async () => {
  const answer = await pool.perform('SignUp', signUp('New@Example.test'));
  assert.equal(answer['UserConfirmed'], false);
  assert.match(String(answer['UserSub']), /^[0-9a-f-]{36}$/);
  assert.deepEqual(answer['CodeDeliveryDetails'], {
    Destination: 'n****@e****',
    DeliveryMedium: 'EMAIL',
    AttributeName: 'email',
  });
  assert.match(pool.code('new@example.test'), /^\d{6}$/);
});

test('an address signs up once, in whatever case of letters', async () => {
  await pool.perform('SignUp', signUp('once@example.test'));
  assert.equal(
    await pool.refusal('SignUp', signUp('ONCE@example.test')),
    'UsernameExistsException: An account with the given email already exists.',
  );
});

test('each rule of the password policy is named', async () => {
  const cases = {
    'Ab1-567': 'Password not long enough',
    'abcdef1-': 'Password must have uppercase characters',
    'ABCDEF1-': 'Password must have lowercase characters',
    'Abcdefg-': 'Password must have numeric characters',
    Abcdefg1: 'Password must have symbol characters',
  };
  for (const [Password, reason] of Object.entries(cases)) {
    assert.equal(
      await pool.refusal('SignUp', signUp('policy@example.test', { Password })),
      `InvalidPasswordException: Password did not conform with policy: ${reason}`,
    );
  }
  assert.equal(
    await pool.refusal('SignUp', signUp('policy@example.test', { Password: 'Ab1-' })),
    "InvalidParameterException: 1 validation error detected: Value at 'password' failed to satisfy " +
      'constraint: Member must have length greater than or equal to 6',
  );
  assert.match(
    await pool.refusal('SignUp', signUp('policy@example.test', { Password: ' Abcdef1-' })),
    /regular expression pattern: \[\\S\]\+\.\*\[\\S\]\+$/,
  );
});

test('a username that is no address, another address as attribute, and a locked attribute are refused', async () => {
  assert.match(
    await pool.refusal('SignUp', signUp('nobody')),
    /^InvalidParameterException: Username should be an email/,
  );
  const attribute = (Name: string, Value: string) => ({ UserAttributes: [{ Name, Value }] });
  const refused = async (extra: object) =>
    pool.refusal('SignUp', signUp('attr@example.test', extra));
  assert.match(
    await refused(attribute('email', 'else@example.test')),
    /^InvalidParameterException/,
  );
  assert.match(await refused(attribute('email_verified', 'true')), /^NotAuthorizedException/);
  assert.match(
    await refused(attribute('__proto__', 'x')),
    /^InvalidParameterException: Attributes did not/,
  );
});

test('a pool without self sign-up refuses', async () => {
  const client = closedPool.clients[0]?.id;
  assert.equal(
    await pool.refusal('SignUp', { ...signUp('a@example.test'), ClientId: client }),
    'NotAuthorizedException: SignUp is not permitted for this user pool',
  );
});

test('confirming: wrong code, right code, and once more', async () => {
  await pool.perform('SignUp', signUp('ada@example.test'));
  const code = pool.code('ada@example.test');
  assert.equal(
    await pool.refusal('ConfirmSignUp', confirm('ada@example.test', otherThan(code))),
    MISMATCH,
  );
  assert.equal(
    await pool.refusal('InitiateAuth', passwordAuth('ada@example.test')),
    'UserNotConfirmedException: User is not confirmed.',
  );
  assert.deepEqual(await pool.perform('ConfirmSignUp', confirm('ADA@example.test', code)), {});
  assert.equal(
    await pool.refusal('ConfirmSignUp', confirm('ada@example.test', code)),
    'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
  );
  assert.equal(
    await pool.refusal('ResendConfirmationCode', { ClientId, Username: 'ada@example.test' }),
    'InvalidParameterException: User is already confirmed.',
  );
});

test("a code expires after 24 hours, is replaced by a new one, and is nobody else's", async () => {
  await pool.perform('SignUp', signUp('late@example.test'));
  const old = pool.code('late@example.test');
  pool.clock.advance(24 * HOUR_SECONDS);
  assert.equal(await pool.refusal('ConfirmSignUp', confirm('late@example.test', old)), EXPIRED);
  await pool.perform('ResendConfirmationCode', { ClientId, Username: 'late@example.test' });
  const fresh = pool.code('late@example.test');
  if (fresh !== old) {
    assert.equal(await pool.refusal('ConfirmSignUp', confirm('late@example.test', old)), MISMATCH);
  }
  await pool.perform('SignUp', signUp('other@example.test'));
  const foreign = pool.code('other@example.test');
  if (foreign !== fresh) {
    assert.equal(
      await pool.refusal('ConfirmSignUp', confirm('late@example.test', foreign)),
      MISMATCH,
    );
  }
  await pool.perform('ConfirmSignUp', confirm('late@example.test', fresh));
});

test('five wrong tries end a code, even the right one; a new code works', async () => {
  await pool.perform('SignUp', signUp('guessed@example.test'));
  const code = pool.code('guessed@example.test');
  for (let tries = 0; tries < 5; tries++) {
    assert.equal(
      await pool.refusal('ConfirmSignUp', confirm('guessed@example.test', otherThan(code))),
      MISMATCH,
    );
  }
  assert.equal(await pool.refusal('ConfirmSignUp', confirm('guessed@example.test', code)), LIMIT);
  await pool.perform('ResendConfirmationCode', { ClientId, Username: 'guessed@example.test' });
  await pool.perform(
    'ConfirmSignUp',
    confirm('guessed@example.test', pool.code('guessed@example.test')),
  );
});

test('five codes an hour may be asked for, and an unknown address is answered alike', async () => {
  await pool.perform('SignUp', signUp('eager@example.test'));
  for (const Username of ['eager@example.test', 'ghost@example.test']) {
    const again = { ClientId, Username };
    for (let sent = 0; sent < 5; sent++) {
      const { CodeDeliveryDetails } = await pool.perform('ResendConfirmationCode', again);
      assert.match(JSON.stringify(CodeDeliveryDetails), /"[eg]\*{4}@e\*{4}"/);
    }
    assert.equal(await pool.refusal('ResendConfirmationCode', again), LIMIT);
    assert.equal(await pool.refusal('ConfirmSignUp', confirm(Username, 'abcdef')), MISMATCH);
  }
  pool.clock.advance(HOUR_SECONDS);
  await pool.perform('ResendConfirmationCode', { ClientId, Username: 'eager@example.test' });
  assert.equal(pool.mailbox.list('ghost@example.test').length, 0);
});

test('a client of the old kind tells that a user does not exist', async () => {
  const legacy = { ClientId: legacyClient.id, Username: 'ghost2@example.test' };
  const missing = 'UserNotFoundException: User does not exist.';
  assert.equal(await pool.refusal('ResendConfirmationCode', legacy), missing);
  assert.equal(
    await pool.refusal('ConfirmSignUp', { ...legacy, ConfirmationCode: '123456' }),
    missing,
  );
  assert.equal(
    await pool.refusal('InitiateAuth', passwordAuth('ghost2@example.test', legacyClient)),
    missing,
  );
  assert.equal(
    await pool.refusal('ForgotPassword', legacy),
    'UserNotFoundException: Username/client id combination not found.',
  );
});

test('fifteen tries an hour confirm, whatever codes were asked for; the reason says so', async () => {
  const Username = 'persistent@example.test';
  await pool.perform('SignUp', signUp(Username));
  for (let codes = 0; codes < 3; codes++) {
    await pool.perform('ResendConfirmationCode', { ClientId, Username });
    const wrong = confirm(Username, otherThan(pool.code(Username)));
    for (let tries = 1; tries <= 5; tries++) {
      await assert.rejects(pool.perform('ConfirmSignUp', wrong), {
        type: 'CodeMismatchException',
        reason: `wrong code, ${String(tries)} of 5 tries`,
      });
    }
  }
  await pool.perform('ResendConfirmationCode', { ClientId, Username });
  const right = confirm(Username, pool.code(Username));
  await assert.rejects(pool.perform('ConfirmSignUp', right), {
    type: 'LimitExceededException',
    reason: 'ConfirmSignUp: at most 15 an hour for each person',
  });
  pool.clock.advance(HOUR_SECONDS);
  await pool.perform('ConfirmSignUp', right);
});
