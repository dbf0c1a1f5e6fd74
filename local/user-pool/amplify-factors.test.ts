import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import {
  autoSignIn,
  confirmSignIn,
  confirmSignUp,
  fetchAuthSession,
  fetchMFAPreference,
  setUpTOTP,
  signIn,
  signOut,
  signUp,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth';
import { peoplePool, webClient } from '../seed/identities.ts';
import { configureAmplify } from './testing/amplify-client.ts';
import { codeOfApp } from './testing/authenticator-app.ts';
import {
  PASSWORD,
  POOL,
  PoolUnderTest,
  otherThan,
  poolWithMfa,
  serve,
} from './testing/pool-under-test.ts';

let pool: PoolUnderTest;
let door: { url: string; close: () => void };
const strictClient = { ...webClient, id: '1strictweb0000000000000001' };
const strictPool = poolWithMfa(strictClient);

before(async () => {
  pool = await PoolUnderTest.open();
  await pool.reopen({ pools: [peoplePool, strictPool] });
  door = await serve(pool.pools);
});

beforeEach(() => {
  configureAmplify(door.url, { userPoolId: POOL, clientId: webClient.id });
});

after(() => {
  door.close();
  pool.close();
});

const byChoice = (preferredChallenge?: 'EMAIL_OTP' | 'PASSWORD' | 'PASSWORD_SRP') => ({
  authFlowType: 'USER_AUTH' as const,
  ...(preferredChallenge ? { preferredChallenge } : {}),
});

test('Amplify sets an authenticator app up and is asked for its code', async () => {
  const username = 'app@example.test';
  pool.person(username);
  await signIn({ username, password: PASSWORD });
  const { sharedSecret } = await setUpTOTP();
  pool.clock.advance(30);
  await verifyTOTPSetup({ code: codeOfApp(sharedSecret, pool.clock.now()) });
  await updateMFAPreference({ totp: 'PREFERRED' });
  assert.deepEqual(await fetchMFAPreference(), { enabled: ['TOTP'], preferred: 'TOTP' });
  await signOut();

  const { nextStep } = await signIn({ username, password: PASSWORD });
  assert.equal(nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_TOTP_CODE');
  await assert.rejects(confirmSignIn({ challengeResponse: 'wrong' }), {
    name: 'CodeMismatchException',
  });
  pool.clock.advance(30);
  const code = codeOfApp(sharedSecret, pool.clock.now());
  const done = await confirmSignIn({ challengeResponse: code });
  assert.equal(done.isSignedIn, true);
  await signOut();
});

test('Amplify sets an app up on the way in where the pool requires one', async () => {
  const username = 'strict@example.test';
  configureAmplify(door.url, { userPoolId: strictPool.id, clientId: strictClient.id });
  pool.pools.createUser(strictPool.id, { email: username, password: PASSWORD });
  const { nextStep } = await signIn({ username, password: PASSWORD });
  assert.ok(nextStep.signInStep === 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP');
  const { sharedSecret } = nextStep.totpSetupDetails;
  pool.clock.advance(30);
  const code = codeOfApp(sharedSecret, pool.clock.now());
  assert.equal((await confirmSignIn({ challengeResponse: code })).isSignedIn, true);
  await signOut();
});

test('Amplify signs in by a mailed code, and a wrong code can be corrected', async () => {
  const username = 'mailed@example.test';
  pool.person(username);
  const { nextStep } = await signIn({ username, options: byChoice('EMAIL_OTP') });
  assert.equal(nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE');
  await assert.rejects(confirmSignIn({ challengeResponse: otherThan(pool.code(username)) }), {
    name: 'CodeMismatchException',
    message: 'Invalid code or auth state for the user.',
  });
  const done = await confirmSignIn({ challengeResponse: pool.code(username) });
  assert.equal(done.isSignedIn, true);
  assert.ok((await fetchAuthSession()).tokens?.idToken);
  await signOut();
});

test('Amplify lets a person choose among the first factors', async () => {
  const username = 'chooser@example.test';
  pool.person(username);
  const begin = async () => {
    const { nextStep } = await signIn({ username, options: byChoice() });
    assert.ok(nextStep.signInStep === 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION');
    assert.deepEqual(nextStep.availableChallenges, ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP']);
  };
  for (const challengeResponse of ['PASSWORD_SRP', 'PASSWORD']) {
    await begin();
    const { nextStep } = await confirmSignIn({ challengeResponse });
    assert.equal(nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_PASSWORD');
    assert.equal((await confirmSignIn({ challengeResponse: PASSWORD })).isSignedIn, true);
    await signOut();
  }
  await begin();
  const { nextStep } = await confirmSignIn({ challengeResponse: 'EMAIL_OTP' });
  assert.equal(nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE');
  const done = await confirmSignIn({ challengeResponse: pool.code(username) });
  assert.equal(done.isSignedIn, true);
  await signOut();
});

test('Amplify signs in by a preferred password, plain or by SRP', async () => {
  const username = 'preferring@example.test';
  pool.person(username);
  for (const factor of ['PASSWORD', 'PASSWORD_SRP'] as const) {
    const options = byChoice(factor);
    assert.equal((await signIn({ username, password: PASSWORD, options })).isSignedIn, true);
    await signOut();
    await assert.rejects(signIn({ username, password: 'Wrong-Pass-2026', options }), {
      message: 'Incorrect username or password.',
    });
  }
});

test('Amplify signs a person in as soon as the sign-up is confirmed', async ({ mock }) => {
  // Amplify listens for the confirmation for three minutes, and would keep the process that long.
  const later = globalThis.setTimeout;
  mock.method(globalThis, 'setTimeout', (run: () => void, ms?: number) => later(run, ms).unref());
  const username = 'new@example.test';
  await signUp({
    username,
    password: PASSWORD,
    options: { userAttributes: { email: username }, autoSignIn: byChoice() },
  });
  const { nextStep } = await confirmSignUp({ username, confirmationCode: pool.code(username) });
  assert.equal(nextStep.signUpStep, 'COMPLETE_AUTO_SIGN_IN');
  assert.equal((await autoSignIn()).isSignedIn, true);
  await signOut();
});
