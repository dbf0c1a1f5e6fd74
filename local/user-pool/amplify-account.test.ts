import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import {
  autoSignIn,
  confirmSignIn,
  confirmSignUp,
  confirmUserAttribute,
  deleteUser,
  fetchAuthSession,
  fetchUserAttributes,
  sendUserAttributeVerificationCode,
  signIn,
  signOut,
  signUp,
  updatePassword,
  updateUserAttribute,
  updateUserAttributes,
} from 'aws-amplify/auth';
import { webClient } from '../seed/identities.ts';
import { configureAmplify } from './testing/amplify-client.ts';
import { PASSWORD, POOL, PoolUnderTest, serve } from './testing/pool-under-test.ts';

let pool: PoolUnderTest;
let door: { url: string; close: () => void };
let kept: Map<string, string>;

before(async () => {
  pool = await PoolUnderTest.open();
  door = await serve(pool.pools);
});

beforeEach(() => {
  kept = configureAmplify(door.url, { userPoolId: POOL, clientId: webClient.id });
});

after(() => {
  door.close();
  pool.close();
});

const WRONG = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };

async function signedIn(username: string): Promise<void> {
  pool.person(username);
  await signIn({ username, password: PASSWORD });
}

test('Amplify writes the name, which the next ID token carries', async () => {
  await signedIn('named@example.test');
  const { name } = await updateUserAttributes({ userAttributes: { name: 'Ada Lovelace' } });
  assert.deepEqual(name, { isUpdated: true, nextStep: { updateAttributeStep: 'DONE' } });
  assert.equal((await fetchUserAttributes()).name, 'Ada Lovelace');
  const { tokens } = await fetchAuthSession({ forceRefresh: true });
  assert.equal(tokens?.idToken?.payload['name'], 'Ada Lovelace');
  await signOut();
});

test('Amplify changes the address: the old one signs in until the new one is verified', async () => {
  const [old, next] = ['old@example.test', 'next@example.test'];
  await signedIn(old);
  const { nextStep } = await updateUserAttribute({
    userAttribute: { attributeKey: 'email', value: next },
  });
  assert.deepEqual(nextStep, {
    updateAttributeStep: 'CONFIRM_ATTRIBUTE_WITH_CODE',
    codeDeliveryDetails: {
      destination: 'n****@e****',
      deliveryMedium: 'EMAIL',
      attributeName: 'email',
    },
  });
  assert.equal((await fetchUserAttributes()).email, old);
  assert.equal(pool.mailbox.list(old).length, 0);
  await signOut();
  await assert.rejects(signIn({ username: next, password: PASSWORD }), WRONG);
  await signIn({ username: old, password: PASSWORD });

  const first = pool.code(next);
  const wrong = confirmUserAttribute({ userAttributeKey: 'email', confirmationCode: '000' });
  await assert.rejects(wrong, { name: 'CodeMismatchException' });
  await sendUserAttributeVerificationCode({ userAttributeKey: 'email' });
  const second = pool.code(next);
  assert.notEqual(second, first);
  await confirmUserAttribute({ userAttributeKey: 'email', confirmationCode: second });
  const { email, email_verified: verified } = await fetchUserAttributes();
  assert.deepEqual([email, verified], [next, 'true']);
  await signOut();
  await assert.rejects(signIn({ username: old, password: PASSWORD }), WRONG);
  assert.equal((await signIn({ username: next, password: PASSWORD })).isSignedIn, true);
  await signOut();
});

test('Amplify takes a change of address back by giving the present one again', async () => {
  const username = 'staying@example.test';
  await signedIn(username);
  const email = (value: string) =>
    updateUserAttribute({ userAttribute: { attributeKey: 'email', value } });
  await email('leaving-for@example.test');
  const code = pool.code('leaving-for@example.test');
  assert.equal((await email(username)).isUpdated, true);
  await confirmUserAttribute({ userAttributeKey: 'email', confirmationCode: code }).catch(() => {
    // Whatever is said to the old code, the address must stay.
  });
  assert.equal((await fetchUserAttributes()).email, username);
  await signOut();
});

test('Amplify is told that an address is somebody else’s', async () => {
  pool.person('taken@example.test');
  await signedIn('wanting@example.test');
  const taken = { attributeKey: 'email', value: 'Taken@example.test' } as const;
  await assert.rejects(updateUserAttribute({ userAttribute: taken }), {
    name: 'AliasExistsException',
  });
  await signOut();
});

test('Amplify changes the password, and is told what is wrong with it', async () => {
  const username = 'changing@example.test';
  await signedIn(username);
  const change = (oldPassword: string, newPassword: string) =>
    updatePassword({ oldPassword, newPassword });
  await assert.rejects(change('Wrong-Pass-2026', 'Other-Pass-2026'), WRONG);
  await assert.rejects(change(PASSWORD, 'weak'), { name: /Invalid(Password|Parameter)Exception/ });
  await change(PASSWORD, 'Other-Pass-2026');
  assert.ok((await fetchAuthSession({ forceRefresh: true })).tokens, 'this session goes on');
  await signOut();
  await assert.rejects(signIn({ username, password: PASSWORD }), WRONG);
  await signIn({ username, password: 'Other-Pass-2026' });
  await signOut();
});

test('Amplify signs out everywhere: no session of this person can be refreshed', async () => {
  const username = 'everywhere@example.test';
  await signedIn(username);
  const elsewhere = new Map(kept);
  kept = configureAmplify(door.url, { userPoolId: POOL, clientId: webClient.id });
  await signIn({ username, password: PASSWORD });
  await signOut({ global: true });
  const [, RefreshToken] = [...elsewhere].find(([key]) => key.endsWith('.refreshToken')) ?? [];
  assert.equal(
    await pool.refusal('GetTokensFromRefreshToken', { ClientId: webClient.id, RefreshToken }),
    'NotAuthorizedException: Refresh Token has been revoked',
  );
});

test('Amplify deletes the account, and the address is free again', async () => {
  const username = 'leaving@example.test';
  await signedIn(username);
  await deleteUser();
  assert.equal((await fetchAuthSession()).tokens, undefined);
  await assert.rejects(signIn({ username, password: PASSWORD }), WRONG);
  pool.person(username);
  assert.equal((await signIn({ username, password: PASSWORD })).isSignedIn, true);
  await signOut();
});

test('Amplify signs a person up without a password, and in by mailed codes', async ({ mock }) => {
  // Amplify listens for the confirmation for three minutes, and would keep the process that long.
  const later = globalThis.setTimeout;
  mock.method(globalThis, 'setTimeout', (run: () => void, ms?: number) => later(run, ms).unref());
  const username = 'passwordless@example.test';
  const byChoice = { authFlowType: 'USER_AUTH' } as const;
  const userAttributes = { email: username };
  await signUp({ username, options: { userAttributes, autoSignIn: byChoice } });
  const { nextStep } = await confirmSignUp({ username, confirmationCode: pool.code(username) });
  assert.equal(nextStep.signUpStep, 'COMPLETE_AUTO_SIGN_IN');
  assert.equal((await autoSignIn()).isSignedIn, true);
  await signOut();

  const begun = await signIn({ username, options: byChoice });
  assert.ok(begun.nextStep.signInStep === 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION');
  assert.deepEqual(begun.nextStep.availableChallenges, ['EMAIL_OTP']);
  await confirmSignIn({ challengeResponse: 'EMAIL_OTP' });
  await confirmSignIn({ challengeResponse: pool.code(username) });
  assert.ok((await fetchAuthSession()).tokens);
  await signOut();
});
