import assert from 'node:assert/strict';
import { after, before, mock, test } from 'node:test';
import { SignJWT, generateKeyPair } from 'jose';
import {
  PASSWORD,
  POOL,
  PoolUnderTest,
  legacyClient,
  openClient,
  otherThan,
  passwordAuth,
} from './testing/pool-under-test.ts';
import type { AppClient } from './directory/pool-settings.ts';

let pool: PoolUnderTest;
const ClientId = openClient.id;
const chooser: AppClient = {
  ...openClient,
  id: '1timedclient00000000000001',
  authFlows: ['ALLOW_USER_AUTH'],
};
const WRONG = 'NotAuthorizedException: Incorrect username or password.';
const INVALID = 'NotAuthorizedException: Invalid Access Token';
const MISMATCH = 'CodeMismatchException: Invalid verification code provided, please try again.';
const EXPIRED = 'ExpiredCodeException: Invalid code provided, please request a code again.';

interface UserAnswer {
  Username: string;
  UserAttributes: { Name: string; Value: string }[];
}

before(async () => {
  pool = await PoolUnderTest.open();
});

after(() => {
  pool.close();
});

async function accessToken(email: string): Promise<string> {
  return (await pool.signIn(email)).AccessToken;
}

async function attribute(AccessToken: string, name: string): Promise<string | undefined> {
  const { UserAttributes } = await pool.perform<UserAnswer>('GetUser', { AccessToken });
  return UserAttributes.find(({ Name }) => Name === name)?.Value;
}

const reset = (Username: string, ConfirmationCode: string, Password = 'Newer-Pass-2026') => ({
  ClientId,
  Username,
  ConfirmationCode,
  Password,
});

test('an access token that is expired, forged, foreign or of another kind opens nothing', async () => {
  pool.person('tokens@example.test');
  const { AccessToken, IdToken } = await pool.signIn('tokens@example.test');
  const [head, body, signature = ''] = AccessToken.split('.');
  const flipped = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);
  const { privateKey } = await generateKeyPair('RS256');
  const iss = `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`;
  const forged = await new SignJWT({ iss, token_use: 'access', sub: 'x' })
    .setProtectedHeader({ alg: 'RS256' })
    .sign(privateKey);
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${String(body)}.`;
  const tampered = `${String(head)}.${String(body)}.${flipped}`;
  for (const bad of ['junk', IdToken, forged, unsigned, tampered]) {
    assert.equal(await pool.refusal('GetUser', { AccessToken: bad }), INVALID);
  }
  pool.clock.advance(3601);
  assert.equal(
    await pool.refusal('GetUser', { AccessToken }),
    'NotAuthorizedException: Access Token has expired',
  );
});

test('a deleted account is gone: its tokens, its password, and its address is free again', async () => {
  pool.person('leaving@example.test');
  const { AccessToken, RefreshToken } = await pool.signIn('leaving@example.test');
  assert.deepEqual(await pool.perform('DeleteUser', { AccessToken }), {});
  assert.equal(
    await pool.refusal('GetUser', { AccessToken }),
    'UserNotFoundException: User does not exist.',
  );
  assert.match(
    await pool.refusal('GetTokensFromRefreshToken', { ClientId, RefreshToken }),
    /^NotAuthorizedException: Invalid Refresh Token/,
  );
  assert.equal(await pool.refusal('InitiateAuth', passwordAuth('leaving@example.test')), WRONG);
  await pool.perform('SignUp', { ClientId, Username: 'leaving@example.test', Password: PASSWORD });
});

test('a password is changed by who knows the old one, five times an hour at most', async () => {
  pool.person('changing@example.test');
  const AccessToken = await accessToken('changing@example.test');
  const change = (PreviousPassword: string, ProposedPassword: string) => ({
    AccessToken,
    PreviousPassword,
    ProposedPassword,
  });
  const newer = 'Newer-Pass-2026';
  assert.equal(await pool.refusal('ChangePassword', change('Wrong-Pass-2026', newer)), WRONG);
  assert.match(
    await pool.refusal('ChangePassword', change(PASSWORD, 'too-weak')),
    /^InvalidPasswordException/,
  );
  assert.deepEqual(await pool.perform('ChangePassword', change(PASSWORD, newer)), {});
  await pool.signIn('changing@example.test', openClient, newer);
  for (let more = 0; more < 3; more++) {
    assert.equal(await pool.refusal('ChangePassword', change(PASSWORD, newer)), WRONG);
  }
  assert.match(await pool.refusal('ChangePassword', change(newer, PASSWORD)), /^LimitExceeded/);
});

test('a forgotten password: code by mail, once, for an hour', async () => {
  const Username = 'forgot@example.test';
  pool.person(Username);
  assert.equal(await pool.refusal('ConfirmForgotPassword', reset(Username, '123456')), EXPIRED);
  await pool.perform('ForgotPassword', { ClientId, Username });
  const late = pool.code(Username);
  pool.clock.advance(3600);
  assert.equal(await pool.refusal('ConfirmForgotPassword', reset(Username, late)), EXPIRED);
  await pool.perform('ForgotPassword', { ClientId, Username });
  const code = pool.code(Username);
  const wrong = reset(Username, otherThan(code));
  assert.equal(await pool.refusal('ConfirmForgotPassword', wrong), MISMATCH);
  assert.match(
    await pool.refusal('ConfirmForgotPassword', reset(Username, code, 'weak-one')),
    /^InvalidPasswordException/,
  );
  await pool.perform('ConfirmForgotPassword', reset('FORGOT@example.test', code));
  assert.equal(await pool.refusal('ConfirmForgotPassword', reset(Username, code)), EXPIRED);
  await pool.signIn(Username, openClient, 'Newer-Pass-2026');
});

test('asking for a new password tells nothing of who has an account', async () => {
  pool.person('known@example.test');
  await pool.perform('SignUp', { ClientId, Username: 'kept@example.test', Password: PASSWORD });
  const mails = pool.mailbox.list().length;
  const answers = [];
  for (const Username of ['known@example.test', 'kept@example.test', 'knobody@example.test']) {
    answers.push(JSON.stringify(await pool.perform('ForgotPassword', { ClientId, Username })));
    const guess = reset(Username, 'abcdef');
    assert.equal(await pool.refusal('ConfirmForgotPassword', guess), MISMATCH);
  }
  assert.equal(new Set(answers).size, 1);
  assert.equal(pool.mailbox.list().length, mails + 1);
  const legacy = { ClientId: legacyClient.id, Username: 'kept@example.test' };
  assert.match(await pool.refusal('ForgotPassword', legacy), /no registered\/verified email/);
});

test('as much is written for a stranger, whose mail is withheld: time tells nothing of who has an account', async () => {
  const known = 'timed@example.test';
  pool.person(known);
  await pool.perform('SignUp', { ClientId, Username: 'waiting@example.test', Password: PASSWORD });
  const mailed = { AuthFlow: 'USER_AUTH', ClientId: chooser.id };
  const byCode = (USERNAME: string) => ({
    ...mailed,
    AuthParameters: { USERNAME, PREFERRED_CHALLENGE: 'EMAIL_OTP' },
  });
  pool.pools.addAppClient(POOL, chooser);
  const delivered = mock.method(pool.mailbox, 'deliver');
  const withheld = mock.method(pool.mailbox, 'withhold');
  const asked: [operation: string, real: object, unknown: object][] = [
    ['ForgotPassword', { Username: known }, { Username: 'nobody@example.test' }],
    [
      'ResendConfirmationCode',
      { Username: 'waiting@example.test' },
      { Username: 'no@example.test' },
    ],
    ['InitiateAuth', byCode(known), byCode('none@example.test')],
  ];
  for (const [operation, real, unknown] of asked) {
    await pool.perform(operation, { ClientId, ...real });
    await pool.perform(operation, { ClientId, ...unknown });
    const mails = [delivered, withheld].map(({ mock: { calls } }) => calls.at(-1)?.arguments[0]);
    const sizes = mails.map((mail) => mail && [mail.subject, mail.text.length, mail.code?.length]);
    assert.deepEqual(sizes[0], sizes[1], operation);
  }
  assert.equal(delivered.mock.callCount(), 3);
  assert.equal(withheld.mock.callCount(), 3);
  mock.restoreAll();
});

test('a new address takes effect with its code, and only if nobody else has it', async () => {
  pool.person('before@example.test');
  pool.person('taken@example.test');
  const AccessToken = await accessToken('before@example.test');
  const update = (Value: string) => ({ AccessToken, UserAttributes: [{ Name: 'email', Value }] });
  assert.equal(
    await pool.refusal('UpdateUserAttributes', update('TAKEN@example.test')),
    'AliasExistsException: An account with the email already exists.',
  );
  const answer = await pool.perform('UpdateUserAttributes', update('after@example.test'));
  assert.match(JSON.stringify(answer), /"Destination":"a\*{4}@e\*{4}"/);
  assert.equal(await attribute(AccessToken, 'email'), 'before@example.test');
  const verify = (Code: string) => ({ AccessToken, AttributeName: 'email', Code });
  const code = pool.code('after@example.test');
  assert.equal(await pool.refusal('VerifyUserAttribute', verify(otherThan(code))), MISMATCH);
  await pool.perform('VerifyUserAttribute', verify(code));
  assert.equal(await attribute(AccessToken, 'email'), 'after@example.test');
  await pool.signIn('after@example.test');
  assert.equal(await pool.refusal('InitiateAuth', passwordAuth('before@example.test')), WRONG);
});

test('other attributes change at once, and those of the pool cannot be set', async () => {
  pool.person('named@example.test');
  const AccessToken = await accessToken('named@example.test');
  const set = (Name: string) => ({ AccessToken, UserAttributes: [{ Name, Value: 'Ada' }] });
  assert.deepEqual(await pool.perform('UpdateUserAttributes', set('given_name')), {
    CodeDeliveryDetailsList: [],
  });
  assert.equal(await attribute(AccessToken, 'given_name'), 'Ada');
  assert.match(await pool.refusal('UpdateUserAttributes', set('sub')), /^NotAuthorizedException/);
  assert.match(await pool.refusal('UpdateUserAttributes', set('custom:x')), /^InvalidParameter/);
});
