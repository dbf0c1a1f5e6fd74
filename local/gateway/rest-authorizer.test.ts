import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { beforeEach, describe, it } from 'node:test';
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

describe('the Cognito authorizer on a method without scopes', () => {
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

  it('refuses a token that is not valid yet, and takes it when it is', async () => {
    const clock = new ManualClock();
    const nbf = Math.floor(clock.now() / 1000) + 60;
    const token = await issuer.idToken({ nbf });
    assert.equal(decide(token, clock), 'Unauthorized');
    clock.advance(61);
    assert.equal(decide(token, clock), 'passed');
  });

  it('does not tell of a forged token that it has expired', async () => {
    const past = Math.floor(Date.now() / 1000) - 10;
    assert.equal(decide(await stranger.idToken({ exp: past }, { kid })), 'Unauthorized');
  });

  it('does not tell of a token of another client that it has expired', async () => {
    const past = Math.floor(Date.now() / 1000) - 10;
    const token = await issuer.idToken({ exp: past, aud: 'anotherclient0000000000001' });
    assert.equal(decide(token), 'Unauthorized');
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

const otherPoolId = 'eu-west-1_Another01';
const other = await tokenIssuer(otherPoolId, clientId);

/** Without identityValidationExpression: that would refuse every access token. */
const forServices = {
  name: 'services',
  pools: {
    '${PeoplePoolArn}': pool,
    '${ServicesPoolArn}': { userPoolId: otherPoolId, clientIds: [], jwks: other.jwks },
  },
  audience: undefined,
  resultTtlSeconds: 300,
};

describe('the Cognito authorizer on a method with scopes', () => {
  let authorizer: RestAuthorizer;

  beforeEach(() => {
    authorizer = new RestAuthorizer(forServices, new ManualClock());
  });

  function answerTo(token: string, scopes: string[]): unknown {
    const decision = authorizer.decide(token, scopes);
    return 'refusal' in decision
      ? { status: decision.refusal.status, reason: decision.refusal.reason }
      : 'passed';
  }

  it('lets an access token pass that has any of them', async () => {
    const token = await issuer.accessToken('a/read b/write');
    assert.equal(answerTo(`Bearer ${token}`, ['c/all', 'b/write']), 'passed');
  });

  it('refuses with 401 an access token that has none of them, and says which', async () => {
    assert.deepEqual(answerTo(await issuer.accessToken('a/read'), ['b/write', 'c/all']), {
      status: 401,
      reason: 'token lacks the scopes b/write or c/all; it has a/read',
    });
    for (const scope of ['', 'a/read2', 'b/writer', 'A/READ']) {
      assert.notEqual(answerTo(await issuer.accessToken(scope), ['a/read', 'b/write']), 'passed');
    }
  });

  it('refuses an ID token, even one that claims a scope', async () => {
    assert.deepEqual(answerTo(await issuer.idToken({ scope: 'a/read' }), ['a/read']), {
      status: 401,
      reason: 'method has scopes and wants an access token; this is an ID token',
    });
  });

  it('accepts tokens of every one of its pools, and of no other', async () => {
    assert.equal(answerTo(await other.accessToken('a/read'), ['a/read']), 'passed');
    const fromElsewhere = await stranger.accessToken('a/read', {
      iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Elsewhere',
    });
    const { reason } = answerTo(fromElsewhere, ['a/read']) as { reason: string };
    assert.match(reason, /^token was issued by another user pool, .*eu-west-1_Elsewhere/);
  });

  it('does not accept a token that says it is of one pool and is signed by the other', async () => {
    const forged = await other.accessToken('a/read', {
      iss: goodClaims(userPoolId, clientId)['iss'],
    });
    assert.notEqual(answerTo(forged, ['a/read']), 'passed');
  });

  it('wants an ID token on a method without scopes, and says so', async () => {
    assert.deepEqual(answerTo(await issuer.accessToken('a/read'), []), {
      status: 401,
      reason: 'method has no scopes and wants an ID token; this is an access token',
    });
  });

  it('refuses every access token where it has an expression to compare aud with', async () => {
    authorizer = new RestAuthorizer({ ...forServices, audience: /^.*$/ }, new ManualClock());
    assert.notEqual(answerTo(await issuer.accessToken('a/read'), ['a/read']), 'passed');
  });
});

describe('a remembered token', () => {
  it('opens no method whose scopes it lacks', async () => {
    const authorizer = new RestAuthorizer(forServices, new ManualClock());
    const token = await issuer.accessToken('a/read');
    assert.ok('admission' in authorizer.decide(token, ['a/read']));
    assert.ok('refusal' in authorizer.decide(token, ['b/write']));
    assert.ok('refusal' in authorizer.decide(token, []));
  });

  it('is no more good once it has expired', async () => {
    const clock = new ManualClock();
    const authorizer = new RestAuthorizer({ ...settings, resultTtlSeconds: 3600 }, clock);
    const token = await issuer.idToken({ exp: Math.floor(clock.now() / 1000) + 60 });
    assert.ok('admission' in authorizer.decide(token, []));
    clock.advance(61);
    const decision = authorizer.decide(token, []);
    assert.ok('refusal' in decision);
    assert.equal(decision.refusal.body, '{"message":"The incoming token has expired"}');
    assert.match(decision.refusal.reason ?? '', /^token expired at \d{4}-\d\d-\d\dT/);
  });

  it('makes no friend of a token that differs in its signature alone', async () => {
    const authorizer = new RestAuthorizer(settings, new ManualClock());
    const token = await issuer.idToken();
    assert.ok('admission' in authorizer.decide(token, []));
    const last = token.at(-2) === 'A' ? 'B' : 'A';
    const tampered = token.slice(0, -2) + last + token.slice(-1);
    assert.ok('refusal' in authorizer.decide(tampered, []));
  });
});
