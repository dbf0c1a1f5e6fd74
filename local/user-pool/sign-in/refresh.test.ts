import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { decodeJwt } from 'jose';
import {
  POOL,
  PoolUnderTest,
  closedPool,
  openClient,
  rotatingClient,
} from '../testing/pool-under-test.ts';
import type { Tokens } from '../testing/pool-under-test.ts';

let pool: PoolUnderTest;
const EMAIL = 'reader@example.test';
const DAY_SECONDS = 24 * 3600;
const REUSED = 'RefreshTokenReuseException: Refresh Token has already been used';
const INVALID = 'NotAuthorizedException: Invalid Refresh Token';
const REVOKED = 'NotAuthorizedException: Refresh Token has been revoked';

before(async () => {
  pool = await PoolUnderTest.open();
  pool.person(EMAIL);
});

after(() => {
  pool.close();
});

const renewal = (RefreshToken: string, client = rotatingClient) => ({
  ClientId: client.id,
  RefreshToken,
});

async function renew(token: string, client = rotatingClient): Promise<Partial<Tokens>> {
  const answer = await pool.perform<{ AuthenticationResult: Partial<Tokens> }>(
    'GetTokensFromRefreshToken',
    renewal(token, client),
  );
  return answer.AuthenticationResult;
}

const refused = async (token: string, client = rotatingClient) =>
  pool.refusal('GetTokensFromRefreshToken', renewal(token, client));

test('with rotation each refresh replaces the token, and the old one works ten seconds more', async () => {
  const { RefreshToken: first } = await pool.signIn(EMAIL, rotatingClient);
  const { RefreshToken: second = '' } = await renew(first);
  assert.notEqual(second, first);
  pool.clock.advance(9);
  const { RefreshToken: third = '' } = await renew(first);
  pool.clock.advance(1);
  assert.equal(await refused(first), REUSED);
  await renew(second);
  await renew(third);
});

test('using a token in its grace does not lengthen the grace', async () => {
  const { RefreshToken: first } = await pool.signIn(EMAIL, rotatingClient);
  await renew(first);
  pool.clock.advance(6);
  await renew(first);
  pool.clock.advance(6);
  assert.equal(await refused(first), REUSED);
});

test('a rotated token lives no longer than the first would have', async () => {
  const { RefreshToken: first } = await pool.signIn(EMAIL, rotatingClient);
  pool.clock.advance(29 * DAY_SECONDS);
  const { RefreshToken: second = '' } = await renew(first);
  pool.clock.advance(DAY_SECONDS);
  assert.equal(await refused(second), 'NotAuthorizedException: Refresh Token has expired');
});

test('without rotation the token stays, by either way of refreshing, and groups are read anew', async () => {
  const tokens = await pool.signIn(EMAIL);
  const before = decodeJwt(tokens.IdToken);
  pool.clock.advance(60);
  const group = { UserPoolId: POOL, Username: EMAIL, GroupName: 'admin' };
  await pool.perform('AdminAddUserToGroup', group);
  const renewed = await renew(tokens.RefreshToken, openClient);
  assert.equal('RefreshToken' in renewed, false);
  const now = decodeJwt(renewed.IdToken ?? '');
  assert.deepEqual(now['cognito:groups'], ['admin']);
  assert.equal(now['auth_time'], before['auth_time']);
  assert.equal(now['origin_jti'], before['origin_jti']);
  assert.equal((now.exp ?? 0) - (before.exp ?? 0) >= 60, true);
  await pool.perform('AdminRemoveUserFromGroup', group);
  const { AuthenticationResult } = await pool.perform<{ AuthenticationResult: Tokens }>(
    'InitiateAuth',
    {
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      ClientId: openClient.id,
      AuthParameters: { REFRESH_TOKEN: tokens.RefreshToken },
    },
  );
  assert.equal('cognito:groups' in decodeJwt(AuthenticationResult.IdToken), false);
});

test("an invented token, another client's and another pool's are refused", async () => {
  const { RefreshToken } = await pool.signIn(EMAIL);
  assert.equal(await refused('invented'), INVALID);
  assert.equal(await refused(RefreshToken), INVALID);
  const foreign = { ClientId: closedPool.clients[0]?.id, RefreshToken };
  assert.equal(await pool.refusal('GetTokensFromRefreshToken', foreign), INVALID);
  assert.match(await refused('not a token'), /^InvalidParameterException/);
});

test('revoking ends the whole sign-in, its access token included, and no other', async () => {
  const other = await pool.signIn(EMAIL, rotatingClient);
  const tokens = await pool.signIn(EMAIL, rotatingClient);
  const { RefreshToken: second = '' } = await renew(tokens.RefreshToken);
  const revocation = { ClientId: rotatingClient.id, Token: second };
  assert.deepEqual(await pool.perform('RevokeToken', revocation), {});
  assert.deepEqual(await pool.perform('RevokeToken', revocation), {});
  assert.equal(await refused(second), REVOKED);
  assert.equal(await refused(tokens.RefreshToken), REVOKED);
  assert.equal(
    await pool.refusal('GetUser', { AccessToken: tokens.AccessToken }),
    'NotAuthorizedException: Access Token has been revoked',
  );
  await renew(other.RefreshToken);
});

test('revoking: an unknown token is no error, an access token and a foreign one are', async () => {
  const tokens = await pool.signIn(EMAIL);
  const revoke = (Token: string, ClientId: string) => ({ Token, ClientId });
  assert.deepEqual(await pool.perform('RevokeToken', revoke('unknown', openClient.id)), {});
  assert.match(
    await pool.refusal('RevokeToken', revoke(tokens.AccessToken, openClient.id)),
    /^UnsupportedTokenTypeException/,
  );
  assert.match(
    await pool.refusal('RevokeToken', revoke(tokens.RefreshToken, rotatingClient.id)),
    /^UnauthorizedException/,
  );
});

test('global sign-out ends every sign-in of the person', async () => {
  const one = await pool.signIn(EMAIL, rotatingClient);
  const two = await pool.signIn(EMAIL);
  assert.deepEqual(await pool.perform('GlobalSignOut', { AccessToken: one.AccessToken }), {});
  assert.equal(await refused(one.RefreshToken), REVOKED);
  assert.equal(await refused(two.RefreshToken, openClient), REVOKED);
  await pool.signIn(EMAIL);
});
