import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { cliClient, webClient } from '../../seed/identities.ts';
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
const WRONG = 'NotAuthorizedException: Incorrect username or password.';
const LOCKED = 'NotAuthorizedException: Password attempts exceeded';

before(async () => {
  pool = await PoolUnderTest.open();
  pool.person('editor@example.test', { groups: ['admin'] });
});

after(() => {
  pool.close();
});

const wrong = (email: string) => passwordAuth(email, openClient, 'Wrong-Pass-2026');

const srp = (USERNAME: string, SRP_A = 'abc123', ClientId = openClient.id) => ({
  AuthFlow: 'USER_SRP_AUTH',
  ClientId,
  AuthParameters: { USERNAME, SRP_A },
});

const claim = ({ ChallengeParameters: given }: SrpChallenge, extra: object = {}) => ({
  ChallengeName: 'PASSWORD_VERIFIER',
  ClientId: openClient.id,
  ChallengeResponses: {
    USERNAME: given.USER_ID_FOR_SRP,
    PASSWORD_CLAIM_SECRET_BLOCK: given.SECRET_BLOCK,
    PASSWORD_CLAIM_SIGNATURE: Buffer.alloc(32).toString('base64'),
    TIMESTAMP: 'Fri Nov 20 21:59:08 UTC 2026',
    ...extra,
  },
});

test('ID and access tokens carry what Cognito puts in them, signed with different keys', async () => {
  const tokens = await pool.signIn('Editor@Example.test', cliClient);
  assert.equal(tokens.ExpiresIn, 3600);
  const verify = async (tokenUse: 'id' | 'access', token: string) => {
    const verifier = CognitoJwtVerifier.create({
      userPoolId: POOL,
      clientId: cliClient.id,
      tokenUse,
    });
    verifier.cacheJwks(pool.pools.jwks(POOL) as Parameters<typeof verifier.cacheJwks>[0]);
    return verifier.verify(token);
  };
  const id = await verify('id', tokens.IdToken);
  assert.deepEqual(id['cognito:groups'], ['admin']);
  assert.equal(id['email_verified'], true);
  assert.equal(id['cognito:username'], id.sub);
  assert.equal(id.exp - id.iat, 3600);
  const access = await verify('access', tokens.AccessToken);
  assert.equal(access['scope'], 'aws.cognito.signin.user.admin');
  assert.equal(access['client_id'], cliClient.id);
  assert.equal(access['username'], id.sub);
  assert.equal(access.origin_jti, id.origin_jti);
  assert.notEqual(access.jti, id.jti);
  const claims = decodeJwt(tokens.AccessToken);
  assert.equal('aud' in claims || 'email' in claims, false);
  const kid = (token: string) => decodeProtectedHeader(token).kid;
  assert.notEqual(kid(tokens.IdToken), kid(tokens.AccessToken));
});

test('public keys and the OpenID configuration are given for a known pool only, without private parts', () => {
  const keys = pool.pools.jwks(POOL)?.keys ?? [];
  assert.equal(keys.length, 2);
  assert.deepEqual(Object.keys(keys[0] ?? {}).sort(), ['alg', 'e', 'kid', 'kty', 'n', 'use']);
  assert.match(
    JSON.stringify(pool.pools.openidConfiguration(POOL, 'http://localhost')),
    /eu-west-1\.amazonaws\.com\/eu-west-1_/,
  );
  assert.equal(pool.pools.jwks('eu-west-1_unknown'), undefined);
  assert.equal(pool.pools.openidConfiguration('eu-west-1_unknown', ''), undefined);
});

test('a client refuses the flows that it does not have', async () => {
  const flow = (AuthFlow: string, ClientId: string) =>
    pool.refusal('InitiateAuth', {
      AuthFlow,
      ClientId,
      AuthParameters: { USERNAME: 'x', PASSWORD: 'x' },
    });
  const off = (name: string) =>
    `InvalidParameterException: ${name} flow not enabled for this client`;
  assert.equal(
    await flow('USER_SRP_AUTH', cliClient.id),
    'InvalidParameterException: USER_SRP_AUTH is not enabled for the client.',
  );
  assert.equal(await flow('USER_PASSWORD_AUTH', webClient.id), off('USER_PASSWORD_AUTH'));
  assert.equal(await flow('REFRESH_TOKEN_AUTH', webClient.id), off('REFRESH_TOKEN_AUTH'));
  assert.equal(await flow('USER_AUTH', cliClient.id), off('USER_AUTH'));
  assert.match(await flow('NO_SUCH_FLOW', webClient.id), /enum value set/);
  assert.equal(
    await flow('USER_SRP_AUTH', 'nosuchclient'),
    'ResourceNotFoundException: User pool client nosuchclient does not exist.',
  );
});

test('users who must not sign in are told so after the right password, and only then', async () => {
  const cases = [
    ['off@example.test', { isEnabled: false }, 'NotAuthorizedException: User is disabled.'],
    [
      'reset@example.test',
      { status: 'RESET_REQUIRED' },
      'PasswordResetRequiredException: Password reset required for the user',
    ],
  ] as const;
  for (const [email, state, refusal] of cases) {
    pool.person(email, state);
    assert.equal(await pool.refusal('InitiateAuth', wrong(email)), WRONG);
    assert.equal(await pool.refusal('InitiateAuth', passwordAuth(email)), refusal);
  }
  pool.person('temporary@example.test', { status: 'FORCE_CHANGE_PASSWORD' });
  pool.clock.advance(7 * 24 * 3600);
  assert.equal(
    await pool.refusal('InitiateAuth', passwordAuth('temporary@example.test')),
    'NotAuthorizedException: Temporary password has expired and must be reset by an administrator.',
  );
});

test('the fifth wrong password locks for a second, the sixth for two, for users and for strangers alike', async () => {
  pool.person('locked@example.test');
  for (const email of ['locked@example.test', 'stranger@example.test']) {
    for (let failures = 0; failures < 5; failures++) {
      assert.equal(await pool.refusal('InitiateAuth', wrong(email)), WRONG);
    }
    assert.equal(await pool.refusal('InitiateAuth', passwordAuth(email)), LOCKED);
    pool.clock.advance(1);
    assert.equal(await pool.refusal('InitiateAuth', wrong(email)), WRONG);
    pool.clock.advance(1);
    assert.equal(await pool.refusal('InitiateAuth', wrong(email)), LOCKED);
    pool.clock.advance(1);
  }
  await pool.signIn('locked@example.test');
  assert.equal(await pool.refusal('InitiateAuth', wrong('locked@example.test')), WRONG);
  await pool.signIn('locked@example.test');
});

test('a lock lasts fifteen minutes at most, and quiet time forgives', async () => {
  pool.person('patient@example.test');
  const refusals = async () => pool.refusal('InitiateAuth', wrong('patient@example.test'));
  for (let failures = 0; failures < 20; failures++) {
    assert.equal(await refusals(), WRONG);
    pool.clock.advance(failures >= 4 && failures < 19 ? 900 : 0);
  }
  assert.equal(await refusals(), LOCKED);
  pool.clock.advance(1800);
  for (let failures = 0; failures < 4; failures++) assert.equal(await refusals(), WRONG);
  await pool.signIn('patient@example.test');
});

test('SRP answers a stranger with a stable challenge that looks like any other', async () => {
  const one = await pool.perform<SrpChallenge>('InitiateAuth', srp('nobody@example.test'));
  const two = await pool.perform<SrpChallenge>('InitiateAuth', srp('NOBODY@example.test'));
  const real = await pool.perform<SrpChallenge>('InitiateAuth', srp('editor@example.test'));
  assert.equal(one.ChallengeParameters.SALT, two.ChallengeParameters.SALT);
  assert.equal(one.ChallengeParameters.USERNAME, two.ChallengeParameters.USERNAME);
  assert.notEqual(one.ChallengeParameters.SRP_B, two.ChallengeParameters.SRP_B);
  assert.deepEqual(Object.keys(one.ChallengeParameters), Object.keys(real.ChallengeParameters));
  for (const name of ['SALT', 'USER_ID_FOR_SRP'] as const) {
    assert.equal(one.ChallengeParameters[name].length, real.ChallengeParameters[name].length);
  }
  assert.match(
    one.ChallengeParameters.USER_ID_FOR_SRP,
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/,
  );
  assert.equal(await pool.refusal('RespondToAuthChallenge', claim(one)), WRONG);
  assert.equal(await pool.refusal('RespondToAuthChallenge', claim(real)), WRONG);
});

test('SRP refuses a key of zero, a foreign or old challenge, and a time that is none', async () => {
  assert.match(
    await pool.refusal('InitiateAuth', srp('editor@example.test', '0')),
    /^NotAuthorizedException/,
  );
  const challenge = await pool.perform<SrpChallenge>('InitiateAuth', srp('editor@example.test'));
  const answer = async (extra: object) =>
    pool.refusal('RespondToAuthChallenge', claim(challenge, extra));
  assert.match(await answer({ TIMESTAMP: 'now' }), /^InvalidParameterException: TIMESTAMP format/);
  assert.equal(await answer({ USERNAME: 'locked@example.test' }), WRONG);
  const forged = { PASSWORD_CLAIM_SECRET_BLOCK: Buffer.alloc(200).toString('base64') };
  assert.equal(await answer(forged), 'NotAuthorizedException: Invalid session for the user.');
  assert.equal(
    await answer({ PASSWORD_CLAIM_SECRET_BLOCK: '' }),
    'InvalidParameterException: Missing required parameter PASSWORD_CLAIM_SECRET_BLOCK',
  );
  pool.clock.advance(180);
  assert.equal(
    await answer({}),
    'NotAuthorizedException: Invalid session for the user, session is expired.',
  );
});

test('an answer cannot bring attributes that are larger than those of any other request', async () => {
  pool.person('large@example.test', { status: 'FORCE_CHANGE_PASSWORD' });
  const begun = await pool.perform<AuthAnswer>('InitiateAuth', passwordAuth('large@example.test'));
  const choose = (name: string, value: string) => {
    const right = { USERNAME: 'large@example.test', NEW_PASSWORD: 'Chosen-Pass-2026' };
    return answerTo(begun, { ...right, [`userAttributes.${name}`]: value }, openClient);
  };
  for (const [name, value] of [
    ['name', 'x'.repeat(2049)],
    ['x'.repeat(100_000), 'x'],
    ['', 'x'],
  ] as const) {
    const refusal = await pool.refusal('RespondToAuthChallenge', choose(name, value));
    assert.match(refusal, /^InvalidParameterException: 1 validation error detected: .{1,150}$/);
  }
  await pool.perform('RespondToAuthChallenge', choose('name', 'x'.repeat(2048)));
});

test('who began with a password that was replaced since does not get on, whatever the question', async () => {
  const [UserPoolId, Username] = [POOL, 'replaced@example.test'];
  pool.person(Username, { status: 'FORCE_CHANGE_PASSWORD' });
  const begun = await pool.perform<AuthAnswer>('InitiateAuth', passwordAuth(Username));
  const replacing = { UserPoolId, Username, Permanent: false };
  await pool.perform('AdminSetUserPassword', { ...replacing, Password: 'Other-Temp-2026' });
  const answers = { USERNAME: Username, NEW_PASSWORD: 'Chosen-By-Thief-1' };
  assert.match(
    await pool.refusal('RespondToAuthChallenge', answerTo(begun, answers, openClient)),
    /Invalid session for the user\.$/,
  );
  const again = passwordAuth(Username, openClient, 'Other-Temp-2026');
  assert.equal(
    (await pool.perform<AuthAnswer>('InitiateAuth', again)).ChallengeName,
    'NEW_PASSWORD_REQUIRED',
  );
});

test('a new password is chosen once per challenge, and the challenge survives a refused password', async () => {
  pool.person('guest@example.test', { status: 'FORCE_CHANGE_PASSWORD' });
  const { Session } = await pool.perform<{ Session: string }>(
    'InitiateAuth',
    passwordAuth('guest@example.test'),
  );
  const choose = (NEW_PASSWORD: string, session = Session) => ({
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    ClientId: openClient.id,
    Session: session,
    ChallengeResponses: { USERNAME: 'guest@example.test', NEW_PASSWORD },
  });
  assert.match(
    await pool.refusal('RespondToAuthChallenge', choose('weak-password')),
    /^InvalidPasswordException/,
  );
  assert.match(
    await pool.refusal('RespondToAuthChallenge', choose('x'.repeat(300))),
    /^InvalidParameter/,
  );
  await pool.perform('RespondToAuthChallenge', choose('Chosen-Pass-2026'));
  assert.match(
    await pool.refusal('RespondToAuthChallenge', choose(PASSWORD)),
    /Invalid session for the user\.$/,
  );
  await pool.signIn('guest@example.test', openClient, 'Chosen-Pass-2026');
});

test('a proof signs in once, only whom it was made for, at the client it was made for, and not under a lock', async () => {
  pool.person('Proof@example.test');
  const begin = async () => {
    const given = await pool.perform<SrpChallenge>(
      'InitiateAuth',
      srp('proof@example.test', clientKey),
    );
    return {
      ChallengeName: 'PASSWORD_VERIFIER',
      ClientId: openClient.id,
      ChallengeResponses: proveBySrp(given, PASSWORD),
    };
  };
  const refused = async (input: object) => pool.refusal('RespondToAuthChallenge', input);
  const proof = await begin();
  const stolen = { ...proof.ChallengeResponses, USERNAME: 'editor@example.test' };
  assert.equal(await refused({ ...proof, ChallengeResponses: stolen }), WRONG);
  assert.equal(await refused({ ...proof, ClientId: webClient.id }), WRONG);
  await pool.perform('RespondToAuthChallenge', proof);
  assert.equal(await refused(proof), WRONG);
  for (let failures = 1; failures < 5; failures++) {
    assert.equal(await pool.refusal('InitiateAuth', wrong('proof@example.test')), WRONG);
  }
  assert.equal(await refused(await begin()), LOCKED);
});
