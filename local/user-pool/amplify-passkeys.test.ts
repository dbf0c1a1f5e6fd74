import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import {
  associateWebAuthnCredential,
  confirmSignIn,
  deleteWebAuthnCredential,
  listWebAuthnCredentials,
  signIn,
  signOut,
} from 'aws-amplify/auth';
import { webClient } from '../seed/identities.ts';
import { configureAmplify } from './testing/amplify-client.ts';
import { PASSWORD, POOL, PoolUnderTest, serve } from './testing/pool-under-test.ts';
import { PasskeyBrowser } from './testing/passkey-browser.ts';

let pool: PoolUnderTest;
let door: { url: string; close: () => void };
let browser: PasskeyBrowser;

before(async () => {
  pool = await PoolUnderTest.open();
  door = await serve(pool.pools);
  configureAmplify(door.url, { userPoolId: POOL, clientId: webClient.id });
  browser = new PasskeyBrowser();
});

afterEach(() => signOut());

after(() => {
  browser.close();
  door.close();
  pool.close();
});

const byPasskey = { authFlowType: 'USER_AUTH', preferredChallenge: 'WEB_AUTHN' } as const;

test('Amplify registers a passkey, lists it, signs in by it and deletes it', async () => {
  const username = 'passkey@example.test';
  pool.person(username);
  await signIn({ username, password: PASSWORD });
  await associateWebAuthnCredential();
  const { credentials, nextToken } = await listWebAuthnCredentials();
  assert.equal(nextToken, undefined);
  const [kept] = credentials;
  assert.equal(credentials.length, 1);
  assert.equal(kept?.relyingPartyId, 'localhost');
  assert.equal(kept.friendlyCredentialName, 'Passkey');
  assert.ok(Math.abs(Number(kept.createdAt) - pool.clock.now()) < 5000);
  await signOut();

  assert.equal((await signIn({ username, options: byPasskey })).isSignedIn, true);
  await deleteWebAuthnCredential({ credentialId: kept.credentialId ?? '' });
  assert.deepEqual((await listWebAuthnCredentials()).credentials, []);
  await signOut();

  const { nextStep } = await signIn({ username, options: byPasskey });
  assert.equal(nextStep.signInStep, 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION');
});

test('Amplify signs in by a passkey that was chosen among the first factors', async () => {
  const username = 'choosing@example.test';
  pool.person(username);
  await signIn({ username, password: PASSWORD });
  await associateWebAuthnCredential();
  await signOut();
  const { nextStep } = await signIn({ username, options: { authFlowType: 'USER_AUTH' } });
  assert.ok(nextStep.signInStep === 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION');
  assert.ok(nextStep.availableChallenges?.includes('WEB_AUTHN'));
  const done = await confirmSignIn({ challengeResponse: 'WEB_AUTHN' });
  assert.equal(done.isSignedIn, true);
});
