import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import {
  confirmResetPassword,
  confirmSignIn,
  confirmSignUp,
  deleteUser,
  fetchAuthSession,
  fetchUserAttributes,
  resetPassword,
  signIn,
  signOut,
  signUp,
  updatePassword,
} from 'aws-amplify/auth';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { webClient } from '../seed/identities.ts';
import { configureAmplify } from './testing/amplify-client.ts';
import { PASSWORD, POOL, PoolUnderTest, serve } from './testing/pool-under-test.ts';

let pool: PoolUnderTest;
let door: { url: string; close: () => void };
let kept: Map<string, string>;

before(async () => {
  pool = await PoolUnderTest.open();
  door = await serve(pool.pools);
  kept = configureAmplify(door.url, { userPoolId: POOL, clientId: webClient.id });
});

beforeEach(() => {
  kept.clear();
});

after(() => {
  door.close();
  pool.close();
});

const verifier = () => {
  const made = CognitoJwtVerifier.create({
    userPoolId: POOL,
    clientId: webClient.id,
    tokenUse: null,
  });
  made.cacheJwks(pool.pools.jwks(POOL) as Parameters<typeof made.cacheJwks>[0]);
  return made;
};

test('Amplify signs a person up, confirms, signs in by SRP in any case of letters, refreshes and signs out', async () => {
  const signedUp = await signUp({
    username: 'Ada@Example.test',
    password: PASSWORD,
    options: { userAttributes: { email: 'Ada@Example.test', given_name: 'Ada' } },
  });
  assert.equal(signedUp.nextStep.signUpStep, 'CONFIRM_SIGN_UP');
  await assert.rejects(signIn({ username: 'ada@example.test', password: 'Wrong-Pass-2026' }), {
    name: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  });
  const early = await signIn({ username: 'ada@example.test', password: PASSWORD });
  assert.equal(early.nextStep.signInStep, 'CONFIRM_SIGN_UP');
  await confirmSignUp({
    username: 'ada@example.test',
    confirmationCode: pool.code('ada@example.test'),
  });

  const signedIn = await signIn({ username: 'ADA@example.TEST', password: PASSWORD });
  assert.equal(signedIn.isSignedIn, true);
  const attributes = await fetchUserAttributes();
  assert.equal(attributes.given_name, 'Ada');
  assert.equal(attributes.email_verified, 'true');

  const first = await fetchAuthSession();
  const renewed = await fetchAuthSession({ forceRefresh: true });
  assert.notEqual(String(renewed.tokens?.idToken), String(first.tokens?.idToken));
  const claims = await verifier().verify(String(renewed.tokens?.idToken));
  assert.equal(claims.sub, signedUp.userId);
  assert.equal(claims.origin_jti, first.tokens?.accessToken.payload['origin_jti']);

  const refreshToken = [...kept].find(([key]) => key.endsWith('.refreshToken'))?.[1];
  await signOut();
  assert.equal((await fetchAuthSession()).tokens, undefined);
  const reuse = { ClientId: webClient.id, RefreshToken: refreshToken };
  assert.equal(
    await pool.refusal('GetTokensFromRefreshToken', reuse),
    'NotAuthorizedException: Refresh Token has been revoked',
  );
});

test('Amplify resets a forgotten password, changes one, and deletes the account', async () => {
  pool.person('forgetful@example.test');
  await resetPassword({ username: 'forgetful@example.test' });
  await confirmResetPassword({
    username: 'forgetful@example.test',
    confirmationCode: pool.code('forgetful@example.test'),
    newPassword: 'Newer-Pass-2026',
  });
  await signIn({ username: 'forgetful@example.test', password: 'Newer-Pass-2026' });
  await updatePassword({ oldPassword: 'Newer-Pass-2026', newPassword: 'Newest-Pass-2026' });
  await signOut();
  await signIn({ username: 'forgetful@example.test', password: 'Newest-Pass-2026' });
  await deleteUser();
  await assert.rejects(
    signIn({ username: 'forgetful@example.test', password: 'Newest-Pass-2026' }),
    {
      name: 'NotAuthorizedException',
    },
  );
});

test('Amplify is asked for a new password where the first one was temporary', async () => {
  pool.person('invited@example.test', { status: 'FORCE_CHANGE_PASSWORD' });
  const invited = await signIn({ username: 'invited@example.test', password: PASSWORD });
  assert.equal(invited.nextStep.signInStep, 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED');
  await assert.rejects(confirmSignIn({ challengeResponse: 'too weak' }), {
    name: 'InvalidPasswordException',
  });
  const done = await confirmSignIn({ challengeResponse: 'Chosen-Pass-2026' });
  assert.equal(done.isSignedIn, true);
  await signOut();
  const again = await signIn({ username: 'invited@example.test', password: 'Chosen-Pass-2026' });
  assert.equal(again.isSignedIn, true);
});
