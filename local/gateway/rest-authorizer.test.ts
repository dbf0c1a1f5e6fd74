import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import { exportSPKI } from 'jose';
import { ManualClock } from '../clock.ts';
import { goodClaims, tokenIssuer } from '../testing/token-issuer.ts';
import { RestAuthorizer } from './rest-authorizer.ts';

const userPoolId = 'eu-west-1_Testing01';
const clientId = 'testingclient0000000000001';
const issuer = await tokenIssuer(userPoolId, clientId);
const stranger = await tokenIssuer(userPoolId, clientId);
const pool = { userPoolId, clientIds: [clientId], jwks: issuer.jwks };
const settings = {
  name: 'people',
  pools: { '${PeoplePoolArn}': pool },
  audience: new RegExp(`^(?:${clientId})$`),
  resultTtlSeconds: 300,
};
const kid = String(issuer.jwks.keys[0]?.kid);

function decide(token: string | undefined, clock = new ManualClock()): unknown {
  const decision = new RestAuthorizer(settings, clock).decide(token, []);
  if (!('refusal' in decision)) return 'passed';
  const { message } = JSON.parse(String(decision.refusal.body)) as { message: string };
  return message;
}

const part = (content: object): string =>
  Buffer.from(JSON.stringify(content)).toString('base64url');

const claims = part(goodClaims(userPoolId, clientId));

async function signedWithThePublicKey(): Promise<string> {
  const input = `${part({ alg: 'HS256', kid })}.${claims}`;
  const secret = await exportSPKI(issuer.publicKey);
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

async function withAnotherPayload(): Promise<string> {
  const [header, , signature] = (await issuer.idToken()).split('.');
  return [header, claims, signature].join('.');
}

const refused: [what: string, token: string | undefined][] = [
  ['no token', undefined],
  ['an empty token', ''],
  ['Bearer and nothing else', 'Bearer '],
  ['junk', 'junk'],
  ['three parts of junk', 'a.b.c'],
  [
    'a token of another pool',
    await issuer.idToken({
      iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Another01',
    }),
  ],
  ['a token of another client', await issuer.idToken({ aud: 'anotherclient0000000000001' })],
  [
    'an access token',
    await issuer.idToken({ token_use: 'access', aud: undefined, client_id: clientId }),
  ],
  ['a token without expiry', await issuer.idToken({ exp: undefined })],
  ['a token signed by a stranger', await stranger.idToken({}, { kid })],
  ['a token of an unknown key', await issuer.idToken({}, { kid: 'unknown' })],
  ['an unsigned token', `${part({ alg: 'none', kid })}.${claims}.`],
  ['an unsigned token with a signature', `${part({ alg: 'none', kid })}.${claims}.AAAA`],
  ['a token signed with the public key as a secret', await signedWithThePublicKey()],
  ['a token with another payload', await withAnotherPayload()],
];

describe('the Cognito authorizer', () => {
  it('lets an ID token pass, raw and after Bearer', async () => {
    const token = await issuer.idToken();
    assert.equal(decide(token), 'passed');
    assert.equal(decide(`Bearer ${token}`), 'passed');
  });

  for (const [what, token] of refused) {
    it(`refuses ${what}`, () => {
      assert.equal(decide(token), 'Unauthorized');
    });
  }

  it('says so when the token has expired, by the machine or by the clock of the stand-in', async () => {
    const past = Math.floor(Date.now() / 1000) - 10;
    assert.equal(decide(await issuer.idToken({ exp: past })), 'The incoming token has expired');
    const clock = new ManualClock();
    clock.advance(3601);
    assert.equal(decide(await issuer.idToken(), clock), 'The incoming token has expired');
  });

  it('does not tell of a forged token that it has expired', async () => {
    const past = Math.floor(Date.now() / 1000) - 10;
    assert.equal(decide(await stranger.idToken({ exp: past }, { kid })), 'Unauthorized');
  });

  it('hands over every claim as a string', async () => {
    const token = await issuer.idToken({
      'cognito:groups': ['admin', 'sport'],
      exp: 1_900_000_000,
    });
    const decision = new RestAuthorizer(settings, new ManualClock()).decide(token, []);
    assert.ok('admission' in decision && decision.admission);
    const { claims } = decision.admission;
    assert.equal(claims['cognito:groups'], 'admin,sport');
    assert.equal(claims['email_verified'], 'true');
    assert.equal(claims['exp'], 'Sun Mar 17 17:46:40 UTC 2030');
  });
});
