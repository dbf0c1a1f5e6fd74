import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import {
  APP_CLIENT_IDS,
  SERVICES_POOL_ID,
  peoplePool,
  servicesPool,
  webClient,
} from '../../seed/identities.ts';
import type { AppClient } from '../directory/pool-settings.ts';
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
const ID: string = APP_CLIENT_IDS['sign-in-api'];
const EMAIL = 'editor@example.test';

/** A client with a secret that may do everything. */
const secretive: AppClient = {
  ...openClient,
  id: '1secretive000000000000001',
  name: 'secretive',
  hasSecret: true,
};

before(async () => {
  pool = await PoolUnderTest.open();
  await pool.reopen({ pools: [peoplePool, servicesPool] });
  pool.pools.addAppClient(POOL, secretive);
  pool.person(EMAIL);
});

after(() => {
  pool.close();
});

const hash = (username: string, clientId = ID, secret = pool.pools.clientSecret(clientId) ?? '') =>
  createHmac('sha256', secret)
    .update(username + clientId)
    .digest('base64');

const adminAuth = (parameters: Record<string, string>, extra: object = {}) => ({
  UserPoolId: POOL,
  ClientId: ID,
  AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
  AuthParameters: parameters,
  ...extra,
});

const signInParameters = (username = EMAIL, password = PASSWORD) => ({
  USERNAME: username,
  PASSWORD: password,
  SECRET_HASH: hash(username),
});

const missing = (id = ID) =>
  `NotAuthorizedException: Client ${id} is configured with secret but SECRET_HASH was not received`;
const wrongHash = (id = ID) =>
  `NotAuthorizedException: SecretHash does not match for the client: ${id}`;
const WRONG = 'NotAuthorizedException: Incorrect username or password.';

test('a server signs a person in by password, under the flow’s new name and its old one', async () => {
  for (const AuthFlow of ['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH']) {
    const input = adminAuth(signInParameters(), { AuthFlow });
    const { AuthenticationResult } = await pool.perform<AuthAnswer>('AdminInitiateAuth', input);
    assert.equal(AuthenticationResult?.ExpiresIn, 3600);
  }
  const wrong = adminAuth(signInParameters(EMAIL, 'Wrong-Pass-2026'));
  assert.equal(await pool.refusal('AdminInitiateAuth', wrong), WRONG);
  const stranger = adminAuth(signInParameters('nobody@example.test'));
  assert.equal(await pool.refusal('AdminInitiateAuth', stranger), WRONG);
});

test('the flows of administrators are theirs alone, and the client must allow them', async () => {
  const refused = (operation: string, AuthFlow: string, ClientId: string) =>
    pool.refusal(operation, adminAuth(signInParameters(), { AuthFlow, ClientId }));
  for (const flow of ['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH']) {
    assert.equal(
      await refused('InitiateAuth', flow, ID),
      'InvalidParameterException: Initiate Auth method not supported.',
    );
    assert.equal(
      await refused('AdminInitiateAuth', flow, webClient.id),
      'InvalidParameterException: Auth flow not enabled for this client',
    );
  }
  assert.equal(
    await refused('AdminInitiateAuth', 'USER_SRP_AUTH', ID),
    'InvalidParameterException: USER_SRP_AUTH is not enabled for the client.',
  );
  assert.match(await refused('AdminInitiateAuth', 'USER_PASSWORD_AUTH', openClient.id), /^Invalid/);
  assert.match(
    await refused('AdminInitiateAuth', 'CUSTOM_AUTH', ID),
    /CUSTOM_AUTH flow not enabled/,
  );
});

test('the reason of a refused flow names the flows that the client has', async () => {
  await assert.rejects(pool.pools.perform('InitiateAuth', passwordAuth(EMAIL, webClient)), {
    reason:
      'the client presspass-web lacks ALLOW_USER_PASSWORD_AUTH; it has ALLOW_USER_SRP_AUTH, ALLOW_USER_AUTH',
  });
});

test('a client of another pool does not exist in this one', async () => {
  for (const operation of ['AdminInitiateAuth', 'AdminRespondToAuthChallenge']) {
    const input = { ...adminAuth(signInParameters()), ChallengeName: 'PASSWORD_VERIFIER' };
    assert.equal(
      await pool.refusal(operation, { ...input, UserPoolId: SERVICES_POOL_ID }),
      `ResourceNotFoundException: User pool client ${ID} does not exist.`,
    );
    assert.equal(
      await pool.refusal(operation, { ...input, UserPoolId: 'eu-west-1_unknown' }),
      'ResourceNotFoundException: User pool eu-west-1_unknown does not exist.',
    );
    assert.equal(
      await pool.refusal(operation, { ...input, ClientId: 'nosuchclient' }),
      'ResourceNotFoundException: User pool client nosuchclient does not exist.',
    );
  }
});

test('without its secret’s hash a client learns nothing, not even whether the password is right', async () => {
  const { SECRET_HASH, ...bare } = signInParameters();
  for (const PASSWORD_GIVEN of [PASSWORD, 'Wrong-Pass-2026']) {
    const given = { ...bare, PASSWORD: PASSWORD_GIVEN };
    const refusal = (more: object) =>
      pool.refusal('AdminInitiateAuth', adminAuth({ ...given, ...more }));
    assert.equal(await refusal({}), missing());
    assert.equal(await refusal({ SECRET_HASH: hash('somebody.else@example.test') }), wrongHash());
    assert.equal(await refusal({ SECRET_HASH: hash(EMAIL, secretive.id) }), wrongHash());
    assert.equal(await refusal({ SECRET_HASH: hash(EMAIL, ID, 'guess') }), wrongHash());
    assert.equal(await refusal({ SECRET_HASH: `${SECRET_HASH} ` }), wrongHash());
  }
});

test('a foreign hash is refused in every flow and at every challenge', async () => {
  const foreign = hash(EMAIL);
  const begin = (AuthFlow: string, more: Record<string, string>) => ({
    AuthFlow,
    ClientId: secretive.id,
    AuthParameters: { USERNAME: EMAIL, ...more },
  });
  const flows = [
    begin('USER_PASSWORD_AUTH', { PASSWORD }),
    begin('USER_SRP_AUTH', { SRP_A: clientKey }),
  ];
  for (const flow of flows) {
    assert.equal(await pool.refusal('InitiateAuth', flow), missing(secretive.id));
    const withForeign = { ...flow.AuthParameters, SECRET_HASH: foreign };
    const input = { ...flow, AuthParameters: withForeign };
    assert.equal(await pool.refusal('InitiateAuth', input), wrongHash(secretive.id));
  }
  const right = hash(EMAIL, secretive.id);
  const challenge = await pool.perform<SrpChallenge>(
    'InitiateAuth',
    begin('USER_SRP_AUTH', { SRP_A: clientKey, SECRET_HASH: right }),
  );
  const proof = { ...proveBySrp(challenge, PASSWORD), USERNAME: EMAIL };
  const respond = (more: object, ClientId = secretive.id) => ({
    ClientId,
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: { ...proof, ...more },
  });
  const refused = (more: object) => pool.refusal('RespondToAuthChallenge', respond(more));
  assert.equal(await refused({}), missing(secretive.id));
  assert.equal(await refused({ SECRET_HASH: foreign }), wrongHash(secretive.id));
  await pool.perform('RespondToAuthChallenge', respond({ SECRET_HASH: right }));
});

test('a refresh hashes the name in the tokens, and the token operations take the secret itself', async () => {
  const { AuthenticationResult: tokens } = await pool.perform<AuthAnswer>(
    'AdminInitiateAuth',
    adminAuth(signInParameters()),
  );
  assert.ok(tokens);
  const { Username } = await pool.perform<{ Username: string }>('GetUser', tokens);
  const refresh = (more: Record<string, string>) =>
    adminAuth({ REFRESH_TOKEN: tokens.RefreshToken, ...more }, { AuthFlow: 'REFRESH_TOKEN_AUTH' });
  assert.equal(await pool.refusal('AdminInitiateAuth', refresh({})), missing());
  assert.equal(await pool.refusal('InitiateAuth', refresh({})), missing());
  const foreign = { SECRET_HASH: hash(EMAIL, secretive.id) };
  assert.equal(await pool.refusal('AdminInitiateAuth', refresh(foreign)), wrongHash());
  for (const input of [refresh({}), refresh(foreign)]) {
    // Nobody sends a username here, so none can be hashed as it was sent.
    const reason =
      'the hash is Base64 of HMAC-SHA256, keyed with the client secret, ' +
      "of the user's sub, as it is in the tokens + the client id";
    await assert.rejects(pool.perform('AdminInitiateAuth', input), { reason });
  }
  const garbage = { REFRESH_TOKEN: 'garbage', SECRET_HASH: hash(Username) };
  assert.equal(
    await pool.refusal('AdminInitiateAuth', refresh(garbage)),
    'NotAuthorizedException: Invalid Refresh Token',
  );
  await pool.perform('AdminInitiateAuth', refresh({ SECRET_HASH: hash(Username) }));

  const ClientSecret = pool.pools.clientSecret(ID);
  const renewal = { ClientId: ID, RefreshToken: tokens.RefreshToken };
  const revocation = { ClientId: ID, Token: tokens.RefreshToken };
  for (const wrong of [{}, { ClientSecret: pool.pools.clientSecret(secretive.id) }]) {
    assert.match(
      await pool.refusal('GetTokensFromRefreshToken', { ...renewal, ...wrong }),
      /^NotAuthorizedException: (Client .* ClientSecret|ClientSecret does not match)/,
    );
    assert.match(await pool.refusal('RevokeToken', { ...revocation, ...wrong }), /^Unauthorized/);
  }
  await pool.perform('GetTokensFromRefreshToken', { ...renewal, ClientSecret });
  await pool.perform('RevokeToken', { ...revocation, ClientSecret });
  assert.match(
    await pool.refusal('GetTokensFromRefreshToken', { ...renewal, ClientSecret }),
    /has been revoked$/,
  );
});

test('a server answers challenges for a person: a temporary password is replaced', async () => {
  const email = 'invited@example.test';
  pool.person(email, { status: 'FORCE_CHANGE_PASSWORD' });
  const challenge = await pool.perform<AuthAnswer>(
    'AdminInitiateAuth',
    adminAuth(signInParameters(email)),
  );
  assert.equal(challenge.ChallengeName, 'NEW_PASSWORD_REQUIRED');
  const answer = (SECRET_HASH: string) => ({
    UserPoolId: POOL,
    ClientId: ID,
    ChallengeName: challenge.ChallengeName,
    Session: challenge.Session,
    ChallengeResponses: { USERNAME: email, NEW_PASSWORD: 'Chosen-Pass-2026', SECRET_HASH },
  });
  assert.equal(await pool.refusal('AdminRespondToAuthChallenge', answer(hash(EMAIL))), wrongHash());
  const done = await pool.perform<AuthAnswer>('AdminRespondToAuthChallenge', answer(hash(email)));
  assert.ok(done.AuthenticationResult?.AccessToken);
});

test('metadata, context and device keys change nothing, but their types are checked', async () => {
  const extra = {
    ClientMetadata: { any: 'thing' },
    AnalyticsMetadata: { AnalyticsEndpointId: 'x' },
    ContextData: { IpAddress: '127.0.0.1', HttpHeaders: [] },
  };
  const parameters = { ...signInParameters(), DEVICE_KEY: 'eu-west-1_unknown-device' };
  await pool.perform('AdminInitiateAuth', adminAuth(parameters, extra));
  const refused = (more: object) =>
    pool.refusal('AdminInitiateAuth', adminAuth(signInParameters(), more));
  assert.match(await refused({ ClientMetadata: { any: 1 } }), /^SerializationException/);
  assert.match(await refused({ AnalyticsMetadata: [] }), /^SerializationException/);
  assert.match(await refused({ ContextData: { IpAddress: 1 } }), /^SerializationException/);
  const user = { ...passwordAuth(EMAIL), UserContextData: { EncodedData: 1 } };
  assert.match(await pool.refusal('InitiateAuth', user), /^SerializationException/);
});

test('a refusal tells developers what Cognito hides, and how long a lock lasts', async () => {
  const attempt = (email: string) =>
    pool.pools.perform('InitiateAuth', passwordAuth(email, openClient, 'Wrong-Pass-2026'));
  await assert.rejects(attempt('stranger@example.test'), { reason: /no such user/ });
  pool.person('known@example.test');
  for (let tries = 1; tries <= 5; tries++) {
    await assert.rejects(attempt('known@example.test'), {
      reason: new RegExp(`^the password is wrong; ${String(tries)} wrong in a row`),
    });
  }
  await assert.rejects(attempt('known@example.test'), { reason: /locked for another 1 s/ });
});
