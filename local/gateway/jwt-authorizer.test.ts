import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ManualClock } from '../clock.ts';
import { tokenIssuer } from '../testing/token-issuer.ts';
import type { Admission } from './passage.ts';
import { JwtAuthorizer } from './jwt-authorizer.ts';

const userPoolId = 'eu-west-1_Testing01';
const clientId = 'testingclient0000000000001';
const issuer = await tokenIssuer(userPoolId, clientId);
const stranger = await tokenIssuer(userPoolId, clientId);
const pool = { userPoolId, clientIds: [clientId], jwks: issuer.jwks };
const now = Math.floor(Date.now() / 1000);

interface Refused {
  status: number;
  body: string;
  challenge: string;
}

function decide(
  token: string | undefined,
  scopes: string[] = [],
  clock = new ManualClock(),
): Refused | 'passed' {
  const decision = new JwtAuthorizer(pool, clock).decide(token, scopes);
  if (!('refusal' in decision)) return 'passed';
  const { status, body, headers } = decision.refusal;
  return { status, body: String(body), challenge: String(headers['www-authenticate']) };
}

const unauthorized = (challenge: string): Refused => ({
  status: 401,
  body: '{"message":"Unauthorized"}',
  challenge,
});

const invalid = (description: string): Refused =>
  unauthorized(`Bearer scope="" error="invalid_token" error_description="${description}"`);

const part = (content: object): string =>
  Buffer.from(JSON.stringify(content)).toString('base64url');

async function unsigned(): Promise<string> {
  const [, claims = ''] = (await issuer.idToken()).split('.');
  return `${part({ alg: 'none', kid: issuer.jwks.keys[0]?.kid })}.${claims}.AAAA`;
}

async function admitted(token: string, scopes: string[] = []): Promise<Admission> {
  const decision = new JwtAuthorizer(pool, new ManualClock()).decide(token, scopes);
  assert.ok('admission' in decision && decision.admission);
  return Promise.resolve(decision.admission);
}

const wrongAudience = invalid('the token does not have a valid audience');

describe('the JWT authorizer', () => {
  it('lets an ID token and an access token pass, bare and after Bearer, where a route has no scopes', async () => {
    for (const token of [await issuer.idToken(), await issuer.accessToken('a/read')]) {
      assert.equal(decide(token), 'passed');
      assert.equal(decide(`Bearer ${token}`), 'passed');
    }
  });

  it('answers a request without a token with nothing but the scheme', () => {
    for (const token of [undefined, '', 'Bearer ']) {
      assert.deepEqual(decide(token), unauthorized('Bearer'));
    }
  });

  it('counts the segments of what is no JWT', () => {
    for (const token of ['junk', 'a.b', 'a.b.c.d']) {
      assert.deepEqual(decide(token), invalid('token contains an invalid number of segments'));
    }
  });

  it('refuses another audience in the published words', async () => {
    assert.deepEqual(decide(await issuer.idToken({ aud: 'another' })), wrongAudience);
    assert.deepEqual(
      decide(await issuer.accessToken('a', { client_id: 'another' })),
      wrongAudience,
    );
    assert.deepEqual(decide(await issuer.idToken({ aud: undefined })), wrongAudience);
  });

  it('looks at client_id only where there is no aud', async () => {
    const token = await issuer.accessToken('a/read', { aud: 'another', client_id: clientId });
    assert.deepEqual(decide(token), wrongAudience);
    assert.equal(decide(await issuer.idToken({ aud: ['another', clientId] })), 'passed');
  });

  it('refuses another issuer', async () => {
    const iss = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Elsewhere';
    assert.deepEqual(decide(await issuer.idToken({ iss })), invalid('issuer does not match'));
  });

  it('refuses what the pool has not signed', async () => {
    const { kid } = issuer.jwks.keys[0] ?? {};
    const forged = await stranger.idToken({}, kid === undefined ? {} : { kid });
    for (const token of [forged, await stranger.idToken(), await unsigned()]) {
      const refused = decide(token);
      assert.ok(refused !== 'passed' && refused.status === 401);
    }
  });

  it('compares the audience before the time, as AWS does', async () => {
    const expired = { exp: now - 10 };
    assert.deepEqual(decide(await issuer.idToken(expired)), invalid('the token has expired'));
    assert.deepEqual(decide(await issuer.idToken({ ...expired, aud: 'another' })), wrongAudience);
  });

  it('refuses an expired token before it looks at scopes, by the clock of the stand-in', async () => {
    const clock = new ManualClock();
    clock.advance(3601);
    const refused = decide(await issuer.accessToken('a/read'), ['b/write'], clock);
    assert.deepEqual(refused, invalid('the token has expired'));
  });

  it('refuses a token from the future and one that is not valid yet', async () => {
    for (const claims of [{ iat: now + 60 }, { nbf: now + 60 }]) {
      const refused = decide(await issuer.idToken(claims));
      assert.ok(refused !== 'passed' && refused.status === 401);
    }
  });

  it('answers 403 when the token has none of the scopes', async () => {
    for (const token of [await issuer.accessToken('a/read'), await issuer.idToken()]) {
      assert.deepEqual(decide(token, ['b/write', 'c/all']), {
        status: 403,
        body: '{"message":"Forbidden"}',
        challenge: 'Bearer scope="b/write c/all" error="insufficient_scope"',
      });
    }
    assert.equal(decide(await issuer.accessToken('a/read c/all'), ['b/write', 'c/all']), 'passed');
  });

  it('reads scp where there is no scope', async () => {
    assert.equal(decide(await issuer.idToken({ scp: ['b/write'] }), ['b/write']), 'passed');
    assert.equal(decide(await issuer.idToken({ scp: 'a/read b/write' }), ['b/write']), 'passed');
  });

  it('hands over every claim as a string, groups in brackets', async () => {
    const { claims, scopes } = await admitted(
      await issuer.idToken({ 'cognito:groups': ['admin', 'editors'], exp: now + 100 }),
    );
    assert.equal(claims['cognito:groups'], '[admin editors]');
    assert.equal(claims['email_verified'], 'true');
    assert.equal(claims['exp'], String(now + 100));
    assert.equal(scopes, null);
  });

  it('hands over the scopes on a route that has some', async () => {
    const { scopes } = await admitted(await issuer.accessToken('a/read b/write'), ['a/read']);
    assert.deepEqual(scopes, ['a/read', 'b/write']);
  });
});
