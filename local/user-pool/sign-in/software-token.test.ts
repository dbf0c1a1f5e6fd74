import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { peoplePool } from '../../seed/identities.ts';
import type { PoolSettings } from '../directory/pool-settings.ts';
import { codeOfApp } from '../testing/authenticator-app.ts';
import { answerTo } from '../testing/challenge.ts';
import type { AuthAnswer } from '../testing/challenge.ts';
import {
  PASSWORD,
  POOL,
  PoolUnderTest,
  openClient,
  passwordAuth,
} from '../testing/pool-under-test.ts';
import { clientKey, proveBySrp } from '../testing/srp-client.ts';
import type { SrpChallenge } from '../testing/srp-client.ts';

let pool: PoolUnderTest;
const strictClient = { ...openClient, id: '1strictclient0000000000001' };
const strictPool: PoolSettings = {
  ...peoplePool,
  id: 'eu-west-1_strict001',
  mfa: 'ON',
  clients: [strictClient],
};
const plainClient = { ...openClient, id: '1plainclient00000000000001' };
const plainPool: PoolSettings = {
  ...peoplePool,
  id: 'eu-west-1_plain0001',
  mfa: 'OFF',
  clients: [plainClient],
};

before(async () => {
  pool = await PoolUnderTest.open();
  await pool.reopen({ pools: [peoplePool, strictPool, plainPool] });
});

after(() => {
  pool.close();
});

const INVALID = 'NotAuthorizedException: Invalid session for the user.';
const WRONG_CODE = 'CodeMismatchException: Invalid code received for user';
const MISMATCH =
  'EnableSoftwareTokenMFAException: Code mismatch and fail enable Software Token MFA';

const shown = (secret: string, steps = 0) => codeOfApp(secret, pool.clock.now() + steps * 30_000);
const wrongCode = (secret: string) => {
  const right = [-1, 0, 1].map((steps) => shown(secret, steps));
  return ['000000', '000001', '000002', '000003'].find((code) => !right.includes(code)) ?? '';
};

/** Goes on to the next code, and away from the edge of a step, so that no test is there when it turns. */
const nextCode = (): void => {
  const intoStep = (pool.clock.now() / 1000) % 30;
  pool.clock.advance(30 - intoStep + 10);
};

const challenge = (email: string, client = openClient) =>
  pool.perform<AuthAnswer>('InitiateAuth', passwordAuth(email, client));
const codeAnswer = (given: AuthAnswer, code: string, email: string, client = openClient) =>
  answerTo(given, { USERNAME: email, SOFTWARE_TOKEN_MFA_CODE: code }, client);

/** A person with an app that is turned on, and its secret; the code of the set-up is used up. */
async function withApp(email: string): Promise<{ secret: string; AccessToken: string }> {
  pool.person(email);
  const { AccessToken } = await pool.signIn(email);
  const { SecretCode: secret } = await pool.perform<{ SecretCode: string }>(
    'AssociateSoftwareToken',
    { AccessToken },
  );
  nextCode();
  await pool.perform('VerifySoftwareToken', {
    AccessToken,
    UserCode: shown(secret),
    FriendlyDeviceName: 'phone',
  });
  const on = { Enabled: true, PreferredMfa: true };
  await pool.perform('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings: on });
  return { secret, AccessToken };
}

test('an app is set up, shows in the user’s settings, and is asked for at each sign-in until it is turned off', async () => {
  const email = 'app@example.test';
  const { secret, AccessToken } = await withApp(email);
  assert.match(secret, /^[A-Z2-7]{52}$/);
  const user = await pool.perform('GetUser', { AccessToken });
  assert.deepEqual(user['UserMFASettingList'], ['SOFTWARE_TOKEN_MFA']);
  assert.equal(user['PreferredMfaSetting'], 'SOFTWARE_TOKEN_MFA');
  const factors = await pool.perform('GetUserAuthFactors', { AccessToken });
  assert.deepEqual(factors['ConfiguredUserAuthFactors'], ['PASSWORD']);

  nextCode();
  const given = await challenge(email);
  assert.equal(given.ChallengeName, 'SOFTWARE_TOKEN_MFA');
  assert.equal(given.ChallengeParameters['FRIENDLY_DEVICE_NAME'], 'phone');
  assert.equal(given.AuthenticationResult, undefined);
  const done = await pool.perform<AuthAnswer>(
    'RespondToAuthChallenge',
    codeAnswer(given, shown(secret), email),
  );
  assert.ok(done.AuthenticationResult?.IdToken);

  await pool.perform('SetUserMFAPreference', {
    AccessToken,
    SoftwareTokenMfaSettings: { Enabled: false },
  });
  assert.equal('UserMFASettingList' in (await pool.perform('GetUser', { AccessToken })), false);
  await pool.signIn(email);
});

test('after SRP the app is asked for as well', async () => {
  const email = 'srp-app@example.test';
  const { secret } = await withApp(email);
  nextCode();
  const begun = await pool.perform<SrpChallenge>('InitiateAuth', {
    AuthFlow: 'USER_SRP_AUTH',
    ClientId: openClient.id,
    AuthParameters: { USERNAME: email, SRP_A: clientKey },
  });
  const given = await pool.perform<AuthAnswer>('RespondToAuthChallenge', {
    ClientId: openClient.id,
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: proveBySrp(begun, PASSWORD),
  });
  assert.equal(given.ChallengeName, 'SOFTWARE_TOKEN_MFA');
  await pool.perform('RespondToAuthChallenge', codeAnswer(given, shown(secret), email));
});

test('a code one step early or late is right, a further one is not', async () => {
  const email = 'late@example.test';
  const { secret } = await withApp(email);
  for (const steps of [-1, 0, 1]) {
    nextCode();
    nextCode();
    const input = codeAnswer(await challenge(email), shown(secret, steps), email);
    await pool.perform('RespondToAuthChallenge', input);
  }
  pool.clock.advance(120);
  for (const steps of [-2, 2]) {
    const input = codeAnswer(await challenge(email), shown(secret, steps), email);
    assert.equal(await pool.refusal('RespondToAuthChallenge', input), WRONG_CODE);
  }
});

test('a code works once: not again in another sign-in, not an earlier one, not the one of the set-up', async () => {
  const email = 'once@example.test';
  const { secret } = await withApp(email);
  const USED = 'ExpiredCodeException: Your software token has already been used once.';
  const answer = async (code: string) =>
    pool.refusal('RespondToAuthChallenge', codeAnswer(await challenge(email), code, email));
  assert.equal(await answer(shown(secret)), USED);
  nextCode();
  assert.equal(await answer(shown(secret)), 'no refusal');
  assert.equal(await answer(shown(secret)), USED);
  assert.equal(await answer(shown(secret, -1)), USED);
});

test('a wrong code leaves the session usable, and the session is for one sign-in', async () => {
  const email = 'again@example.test';
  const { secret } = await withApp(email);
  nextCode();
  const given = await challenge(email);
  const answer = (code: string) =>
    pool.refusal('RespondToAuthChallenge', codeAnswer(given, code, email));
  assert.equal(await answer(wrongCode(secret)), WRONG_CODE);
  assert.equal(await answer('not a code'), WRONG_CODE);
  assert.equal(
    await answer(''),
    'InvalidParameterException: Missing required parameter SOFTWARE_TOKEN_MFA_CODE',
  );
  assert.equal(await answer(shown(secret)), 'no refusal');
  nextCode();
  assert.equal(await answer(shown(secret)), INVALID);
});

test('codes cannot be tried out: the fifth wrong one locks, and neither new sessions nor right passwords unlock', async () => {
  const email = 'guessed@example.test';
  const { secret } = await withApp(email);
  nextCode();
  const guess = async (code: string) =>
    pool.refusal('RespondToAuthChallenge', codeAnswer(await challenge(email), code, email));
  for (let tries = 0; tries < 5; tries++) assert.equal(await guess(wrongCode(secret)), WRONG_CODE);
  const LOCKED = 'NotAuthorizedException: Password attempts exceeded';
  assert.equal(await guess(shown(secret)), LOCKED);
  pool.clock.advance(1);
  assert.equal(await guess(wrongCode(secret)), WRONG_CODE);
  pool.clock.advance(1);
  assert.equal(await guess(shown(secret)), LOCKED);
  pool.clock.advance(1);
  assert.equal(await guess(shown(secret)), 'no refusal');
});

test('a session is bound to its user, client, challenge and three minutes', async () => {
  const email = 'bound@example.test';
  const { secret } = await withApp(email);
  await withApp('thief@example.test');
  nextCode();
  const given = await challenge(email);
  const refused = (input: object) => pool.refusal('RespondToAuthChallenge', input);
  const other = { ...openClient, id: '1otherclient00000000000001' };
  pool.pools.addAppClient(peoplePool.id, other);
  assert.equal(await refused(codeAnswer(given, shown(secret), email, other)), INVALID);
  assert.equal(await refused(codeAnswer(given, shown(secret), 'thief@example.test')), INVALID);
  assert.equal(
    await refused(
      answerTo(
        { ...given, ChallengeName: 'NEW_PASSWORD_REQUIRED' },
        { USERNAME: email, NEW_PASSWORD: 'Chosen-Pass-2026' },
        openClient,
      ),
    ),
    INVALID,
  );
  assert.equal(
    await refused(
      answerTo({ ...given, ChallengeName: 'MFA_SETUP' }, { USERNAME: email }, openClient),
    ),
    INVALID,
  );
  const { Session, ...bare } = given;
  assert.ok(Session);
  assert.equal(
    await refused(codeAnswer(bare, shown(secret), email)),
    'InvalidParameterException: Missing required parameter Session',
  );
  pool.clock.advance(180);
  assert.equal(
    await refused(codeAnswer(given, shown(secret), email)),
    'NotAuthorizedException: Invalid session for the user, session is expired.',
  );
});

test('who was deleted between password and code does not get in', async () => {
  const email = 'fired@example.test';
  const { secret, AccessToken } = await withApp(email);
  nextCode();
  const given = await challenge(email);
  await pool.perform('DeleteUser', { AccessToken });
  const input = codeAnswer(given, shown(secret), email);
  assert.equal(await pool.refusal('RespondToAuthChallenge', input), INVALID);
});

test('a password that was replaced between password and code does not get in, nor sets an app up', async () => {
  const email = 'phished@example.test';
  const change = (UserPoolId: string) => {
    const Password = 'Safer-Pass-2026';
    const input = { UserPoolId, Username: email, Password, Permanent: true };
    return pool.perform('AdminSetUserPassword', input);
  };
  const { secret } = await withApp(email);
  nextCode();
  const given = await challenge(email);
  await change(POOL);
  const input = codeAnswer(given, shown(secret), email);
  assert.equal(await pool.refusal('RespondToAuthChallenge', input), INVALID);
  pool.pools.createUser(strictPool.id, { email, password: PASSWORD });
  const { Session } = await challenge(email, strictClient);
  await change(strictPool.id);
  assert.equal(await pool.refusal('AssociateSoftwareToken', { Session }), INVALID);
});

test('a secret counts from its first right code on, and then replaces the one before', async () => {
  const email = 'renewed@example.test';
  const { secret: old, AccessToken } = await withApp(email);
  const { SecretCode: fresh } = await pool.perform<{ SecretCode: string }>(
    'AssociateSoftwareToken',
    { AccessToken },
  );
  const verify = (UserCode: string) =>
    pool.refusal('VerifySoftwareToken', { AccessToken, UserCode });
  nextCode();
  assert.equal(await verify(wrongCode(fresh)), MISMATCH);
  const answer = async (code: string) =>
    pool.refusal('RespondToAuthChallenge', codeAnswer(await challenge(email), code, email));
  assert.equal(await answer(shown(old)), 'no refusal');
  assert.equal(await verify(shown(fresh)), 'no refusal');
  assert.match(await verify(shown(fresh)), /^SoftwareTokenMFANotFoundException/);
  nextCode();
  assert.equal(await answer(shown(old)), WRONG_CODE);
  assert.equal(await answer(shown(fresh)), 'no refusal');
  assert.match(await verify('12345'), /^InvalidParameterException: 1 validation error.*'userCode'/);
});

test('a preference needs a verified app, and what is not emulated is named', async () => {
  pool.person('prefers@example.test');
  const { AccessToken } = await pool.signIn('prefers@example.test');
  const refused = (settings: object) =>
    pool.refusal('SetUserMFAPreference', { AccessToken, ...settings });
  const on = { Enabled: true };
  assert.equal(
    await refused({ SoftwareTokenMfaSettings: on }),
    'InvalidParameterException: User has not verified software token mfa',
  );
  for (const member of ['SMSMfaSettings', 'EmailMfaSettings', 'WebAuthnMfaSettings']) {
    assert.match(await refused({ [member]: on }), new RegExp(`${member} is not emulated`));
    assert.equal(await refused({ [member]: { Enabled: false } }), 'no refusal');
  }
  assert.match(
    await refused({ SoftwareTokenMfaSettings: { PreferredMfa: true } }),
    /^InvalidParameterException/,
  );
  assert.match(await refused({ SoftwareTokenMfaSettings: { Enabled: 1 } }), /^Serialization/);
  const { secret } = await withApp('managed@example.test');
  await pool.perform('AdminSetUserMFAPreference', {
    UserPoolId: peoplePool.id,
    Username: 'managed@example.test',
    SoftwareTokenMfaSettings: { Enabled: false },
  });
  assert.ok(secret);
  await pool.signIn('managed@example.test');
});

test('a pool without second factors refuses to set one up', async () => {
  pool.pools.createUser(plainPool.id, { email: 'plain@example.test', password: PASSWORD });
  const { AccessToken } = await pool.signIn('plain@example.test', plainClient);
  const OFF =
    'SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool';
  assert.equal(await pool.refusal('AssociateSoftwareToken', { AccessToken }), OFF);
  const verify = { AccessToken, UserCode: '123456' };
  assert.equal(await pool.refusal('VerifySoftwareToken', verify), OFF);
});

test('a pool that requires a second factor has one set up before it gives tokens', async () => {
  const email = 'strict@example.test';
  pool.pools.createUser(strictPool.id, {
    email,
    password: PASSWORD,
    status: 'FORCE_CHANGE_PASSWORD',
  });
  const temporary = await challenge(email, strictClient);
  const NEW_PASSWORD = 'Chosen-Pass-2026';
  const begun = await pool.perform<AuthAnswer>(
    'RespondToAuthChallenge',
    answerTo(temporary, { USERNAME: email, NEW_PASSWORD }, strictClient),
  );
  assert.equal(begun.ChallengeName, 'MFA_SETUP');
  assert.equal(begun.ChallengeParameters['MFAS_CAN_SETUP'], '["SOFTWARE_TOKEN_MFA"]');
  const finish = (Session?: string) =>
    answerTo(
      { ChallengeName: 'MFA_SETUP', Session: Session ?? '' },
      { USERNAME: email },
      strictClient,
    );
  assert.equal(await pool.refusal('RespondToAuthChallenge', finish(begun.Session)), INVALID);

  const associated = await pool.perform<{ SecretCode: string; Session: string }>(
    'AssociateSoftwareToken',
    { Session: begun.Session },
  );
  nextCode();
  const verify = (UserCode: string) => ({ Session: associated.Session, UserCode });
  const wrong = verify(wrongCode(associated.SecretCode));
  assert.equal(await pool.refusal('VerifySoftwareToken', wrong), MISMATCH);
  assert.equal(await pool.refusal('RespondToAuthChallenge', finish(associated.Session)), INVALID);
  const right = verify(shown(associated.SecretCode));
  const verified = await pool.perform<{ Session: string; Status: string }>(
    'VerifySoftwareToken',
    right,
  );
  assert.equal(verified.Status, 'SUCCESS');
  assert.equal(await pool.refusal('VerifySoftwareToken', right), INVALID);
  // Whoever knows the password only must not put another app in its place.
  assert.equal(await pool.refusal('AssociateSoftwareToken', { Session: begun.Session }), INVALID);
  const done = await pool.perform<AuthAnswer>('RespondToAuthChallenge', finish(verified.Session));
  assert.ok(done.AuthenticationResult);
  assert.equal(await pool.refusal('RespondToAuthChallenge', finish(verified.Session)), INVALID);

  const again = await pool.perform<AuthAnswer>(
    'InitiateAuth',
    passwordAuth(email, strictClient, NEW_PASSWORD),
  );
  assert.equal(again.ChallengeName, 'SOFTWARE_TOKEN_MFA');
});

test('an access token or a session sets an app up, never both and never neither', async () => {
  pool.person('both@example.test');
  const { AccessToken } = await pool.signIn('both@example.test');
  const Session = 'x'.repeat(40);
  assert.match(await pool.refusal('AssociateSoftwareToken', {}), /^InvalidParameterException/);
  assert.match(
    await pool.refusal('AssociateSoftwareToken', { AccessToken, Session }),
    /^InvalidParameterException/,
  );
  assert.equal(await pool.refusal('AssociateSoftwareToken', { Session }), INVALID);
});

test('of many answers at once with the same code and session, one signs in', async () => {
  const email = 'raced@example.test';
  const { secret } = await withApp(email);
  nextCode();
  const sessions = [await challenge(email), await challenge(email)];
  const code = shown(secret);
  const answers = sessions.flatMap((given) =>
    Array.from({ length: 10 }, () =>
      pool.refusal('RespondToAuthChallenge', codeAnswer(given, code, email)),
    ),
  );
  const outcomes = await Promise.all(answers);
  assert.equal(outcomes.filter((outcome) => outcome === 'no refusal').length, 1);
});

test('an app, and the question for its code, outlive a restart', async () => {
  const email = 'restarted@example.test';
  const { secret } = await withApp(email);
  nextCode();
  const given = await challenge(email);
  await pool.reopen({ pools: [peoplePool, strictPool, plainPool] });
  const input = codeAnswer(given, shown(secret), email);
  assert.equal(await pool.refusal('RespondToAuthChallenge', input), 'no refusal');
  assert.equal(await pool.refusal('RespondToAuthChallenge', input), INVALID);
});

test('no secret can be read on the disk', async () => {
  const { secret } = await withApp('secret@example.test');
  const files = readdirSync(pool.folder).map((name) => readFileSync(join(pool.folder, name)));
  assert.ok(files.some((bytes) => bytes.includes('secret@example.test')));
  assert.equal(
    files.some((bytes) => bytes.includes(secret)),
    false,
  );
});
