import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JWK } from 'jose';
import { APP_CLIENT_IDS, PEOPLE_POOL_ID, webClient } from '../../seed/identities.ts';
import { CognitoError } from '../cognito-error.ts';
import type { AppClient } from '../directory/pool-settings.ts';
import { refusalIn } from '../testing/domain-under-test.ts';
import type { DomainUnderTest, TokenAnswer } from '../testing/domain-under-test.ts';
import {
  CALLBACK,
  CHALLENGE,
  READER,
  VERIFIER,
  codeFor,
  nativeTokens,
  openDomainWithPeople,
  otherClient,
  redeem,
  signInQuery,
  tokensFor,
} from '../testing/oauth-people.ts';

let domain: DomainUnderTest;

before(async () => {
  domain = await openDomainWithPeople();
});

after(() => domain.close());

async function claimsOf(token: string | undefined): Promise<Record<string, unknown>> {
  const keys = domain.pools.jwks(PEOPLE_POOL_ID) as { keys: JWK[] };
  const currentDate = new Date(domain.clock.now());
  const { payload } = await jwtVerify(token ?? '', createLocalJWKSet(keys), { currentDate });
  return payload;
}

const pkce = { code_challenge: CHALLENGE, code_challenge_method: 'S256' };

describe('the authorization code grant', () => {
  it('gives all three tokens for a code', async () => {
    const answer = await tokensFor(domain, 'openid email');
    assert.deepEqual(Object.keys(answer), [
      'id_token',
      'access_token',
      'refresh_token',
      'expires_in',
      'token_type',
    ]);
    const access = await claimsOf(answer.access_token);
    assert.equal(access['scope'], 'openid email');
    assert.equal(access['version'], 2);
    assert.equal(access['client_id'], webClient.id);
    assert.equal(access['aud'], undefined);
  });

  it('gives no ID token without openid', async () => {
    const answer = await tokensFor(domain, 'aws.cognito.signin.user.admin');
    assert.equal(answer.id_token, undefined);
    assert.equal((await claimsOf(answer.access_token))['scope'], 'aws.cognito.signin.user.admin');
  });

  it('puts the nonce and the hash of the access token into the ID token', async () => {
    const code = await codeFor(domain, signInQuery({ nonce: 'the nonce' }));
    const answer = (await (await redeem(domain, code)).json()) as TokenAnswer;
    const claims = await claimsOf(answer.id_token);
    const half = createHash('sha256').update(answer.access_token).digest().subarray(0, 16);
    assert.equal(claims['nonce'], 'the nonce');
    assert.equal(claims['at_hash'], half.toString('base64url'));
    assert.equal(claims['aud'], webClient.id);
  });

  it('tells of a user what the scopes allow', async () => {
    const personal = ['email', 'email_verified', 'given_name', 'phone_number'];
    for (const [scope, expected] of [
      ['openid', personal],
      ['openid profile', personal],
      ['openid email', ['email', 'email_verified']],
      ['openid phone', ['phone_number']],
      ['openid email phone', ['email', 'email_verified', 'phone_number']],
    ] as const) {
      const { id_token: token } = await tokensFor(domain, scope, otherClient);
      const names = Object.keys(await claimsOf(token)).filter((name) => personal.includes(name));
      assert.deepEqual(names.sort(), expected, scope);
    }
  });

  it('takes a code once, and within five minutes', async () => {
    const code = await codeFor(domain);
    assert.equal((await redeem(domain, code)).status, 200);
    assert.equal(await refusalIn(await redeem(domain, code)), '400 invalid_grant');
    const late = await codeFor(domain);
    domain.clock.advance(300);
    assert.equal(await refusalIn(await redeem(domain, late)), '400 invalid_grant');
    assert.equal(await refusalIn(await redeem(domain, 'guessed')), '400 invalid_grant');
  });

  it('binds a code to its client and its address', async () => {
    const stolen = await codeFor(domain);
    const other = await redeem(domain, stolen, { client_id: otherClient.id });
    assert.equal(await refusalIn(other), '400 invalid_grant');
    const code = await codeFor(domain);
    const elsewhere = await redeem(domain, code, { redirect_uri: `${CALLBACK}/` });
    assert.equal(await refusalIn(elsewhere), '400 unauthorized_client');
    assert.equal(await refusalIn(await redeem(domain, code)), '400 invalid_grant');
  });

  it('wants the verifier of a challenge, and no other', async () => {
    const issue = (): Promise<string> => codeFor(domain, signInQuery(pkce));
    const right = await redeem(domain, await issue(), { code_verifier: VERIFIER });
    assert.equal(right.status, 200);
    for (const [changes, answer] of [
      [{}, '400 invalid_request'],
      [{ code_verifier: 'w'.repeat(43) }, '400 invalid_grant'],
      [{ code_verifier: CHALLENGE }, '400 invalid_grant'],
      [{ code_verifier: 'v' }, '400 invalid_grant'],
    ] as [Record<string, string>, string][]) {
      assert.equal(await refusalIn(await redeem(domain, await issue(), changes)), answer);
    }
  });

  it('refuses a verifier when somebody has taken the challenge away', async () => {
    const response = await redeem(domain, await codeFor(domain), { code_verifier: VERIFIER });
    assert.equal(await refusalIn(response), '400 invalid_grant');
  });

  it('names what is missing', async () => {
    const form = { grant_type: 'authorization_code', client_id: webClient.id };
    for (const more of [{ code: 'x' }, { redirect_uri: CALLBACK }]) {
      const response = await domain.post('/oauth2/token', { ...form, ...more } as never);
      assert.equal(await refusalIn(response), '400 invalid_request');
    }
    const cli = { ...form, client_id: APP_CLIENT_IDS['presspass-cli'], code: 'x' };
    assert.equal(await refusalIn(await domain.post('/oauth2/token', cli)), '400 invalid_grant');
  });

  it('keeps an access token without its scope away from the account', async () => {
    const narrow = await tokensFor(domain, 'openid email');
    await assert.rejects(
      domain.pools.perform('GetUser', { AccessToken: narrow.access_token }),
      new CognitoError(
        'NotAuthorizedException',
        'Access Token does not have required scopes',
        400,
        'the access token lacks the scope aws.cognito.signin.user.admin',
      ),
    );
    const wide = await tokensFor(domain, 'openid aws.cognito.signin.user.admin');
    await domain.pools.perform('GetUser', { AccessToken: wide.access_token });
  });
});

describe('the refresh token grant', () => {
  const renew = (token: string | undefined, client = otherClient): Promise<Response> =>
    domain.post('/oauth2/token', {
      grant_type: 'refresh_token',
      client_id: client.id,
      refresh_token: token ?? '',
    });

  it('keeps scopes, time and origin of the sign-in, and gives no new refresh token', async () => {
    const first = await tokensFor(domain, 'openid email', otherClient);
    const before = await claimsOf(first.access_token);
    domain.clock.advance(60);
    const answer = (await (await renew(first.refresh_token)).json()) as TokenAnswer;
    const claims = await claimsOf(answer.access_token);
    for (const name of ['scope', 'auth_time', 'origin_jti', 'sub']) {
      assert.equal(claims[name], before[name], name);
    }
    assert.notEqual(claims['jti'], before['jti']);
    assert.equal((await claimsOf(answer.id_token))['nonce'], undefined);
    const names = ['id_token', 'access_token', 'expires_in', 'token_type'];
    assert.deepEqual(Object.keys(answer), names);
  });

  it('replaces the refresh token where the client rotates, and refuses the old one after the grace', async () => {
    const { refresh_token: first } = await tokensFor(domain, 'openid');
    const answer = (await (await renew(first, webClient)).json()) as TokenAnswer;
    assert.notEqual(answer.refresh_token, first);
    domain.clock.advance(10);
    assert.equal(await refusalIn(await renew(first, webClient)), '400 invalid_grant');
    assert.equal((await renew(answer.refresh_token, webClient)).status, 200);
  });

  it('refreshes a sign-in by the pool as well, with its one scope', async () => {
    const { RefreshToken } = await nativeTokens(domain);
    const answer = (await (await renew(RefreshToken)).json()) as TokenAnswer;
    assert.equal((await claimsOf(answer.access_token))['scope'], 'aws.cognito.signin.user.admin');
    assert.equal((await claimsOf(answer.id_token))['email'], READER);
  });

  it('gives no scope that was taken away since, by either way of refreshing, and nothing when all were', async () => {
    const UserPoolId = PEOPLE_POOL_ID;
    const server = { UserPoolId, Identifier: 'archive', Name: 'Archive' };
    const scope = (ScopeName: string) => ({ ScopeName, ScopeDescription: ScopeName });
    await domain.pools.perform('CreateResourceServer', {
      ...server,
      Scopes: [scope('read'), scope('write')],
    });
    const clientWith = (...scopes: string[]): AppClient => {
      const oauth = { flows: ['code'], scopes, callbackUrls: [CALLBACK], logoutUrls: [] } as const;
      const client = { ...otherClient, id: '1narrowclient0000000000001', oauth };
      domain.pools.addAppClient(UserPoolId, client);
      return client;
    };
    const client = clientWith('openid', 'email', 'archive/read', 'archive/write');
    const asked = 'openid email archive/read archive/write';
    const { refresh_token: token = '' } = await tokensFor(domain, asked, client);
    const { refresh_token: bare = '' } = await tokensFor(domain, 'archive/write', client);
    await domain.pools.perform('UpdateResourceServer', { ...server, Scopes: [scope('read')] });
    clientWith('openid', 'archive/read', 'archive/write');
    const answer = (await (await renew(token, client)).json()) as TokenAnswer;
    assert.equal((await claimsOf(answer.access_token))['scope'], 'openid email archive/read');
    // `openid` alone would tell all there is.
    assert.equal((await claimsOf(answer.id_token))['given_name'], undefined);
    const native = { ClientId: client.id, RefreshToken: token };
    const { AuthenticationResult: result } = (await domain.pools.perform(
      'GetTokensFromRefreshToken',
      native,
    )) as { AuthenticationResult: { AccessToken: string } };
    assert.equal((await claimsOf(result.AccessToken))['scope'], 'openid email archive/read');
    assert.equal(await refusalIn(await renew(bare, client)), '400 invalid_grant');
    const nothing = { ...native, RefreshToken: bare };
    await assert.rejects(domain.pools.perform('GetTokensFromRefreshToken', nothing), {
      message: 'Invalid Refresh Token',
    });
  });

  it('refuses a token that is missing, unknown, foreign, revoked or too old', async () => {
    const { refresh_token: token } = await tokensFor(domain, 'openid', otherClient);
    assert.equal(await refusalIn(await renew('')), '400 invalid_request');
    assert.equal(await refusalIn(await renew('guessed')), '400 invalid_grant');
    assert.equal(await refusalIn(await renew(token, webClient)), '400 invalid_grant');
    await domain.post('/oauth2/revoke', { token: token ?? '', client_id: otherClient.id });
    assert.equal(await refusalIn(await renew(token)), '400 invalid_grant');
    const { refresh_token: old } = await tokensFor(domain, 'openid', otherClient);
    domain.clock.advance(otherClient.refreshTokenSeconds);
    assert.equal(await refusalIn(await renew(old)), '400 invalid_grant');
  });
});
