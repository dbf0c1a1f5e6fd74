import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import {
  APP_CLIENT_IDS,
  DEMO_PEOPLE,
  PEOPLE_POOL_ID,
  SERVICES_POOL_ID,
} from './seed/identities.ts';
import { startStandIn } from './stand-in.ts';
import type { StandIn } from './stand-in.ts';
import { forgeries } from './testing/forged/forgeries.ts';
import { genuine, withHeader } from './testing/forged/token-parts.ts';
import type { Forgery, TokenParts } from './testing/forged/token-parts.ts';
import { callCognito } from './testing/sign-in.ts';

// The signature decides: claims, issuer, audience, time and sign-in are those of a genuine token, which opens every door.

const folder = mkdtempSync(join(tmpdir(), 'presspass-forged-'));
let standIn: StandIn;
let id: TokenParts;
let access: TokenParts;

before(async () => {
  standIn = await startStandIn({ folder, port: 0, articles: 'none' });
  const [{ email, password }] = DEMO_PEOPLE;
  const response = await callCognito(standIn.url, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: APP_CLIENT_IDS['presspass-cli'],
    AuthParameters: { USERNAME: email, PASSWORD: password },
  });
  const { AuthenticationResult: tokens } = (await response.json()) as {
    AuthenticationResult: { IdToken: string; AccessToken: string };
  };
  id = partsOf(tokens.IdToken, keysOf(PEOPLE_POOL_ID).id);
  access = partsOf(tokens.AccessToken, keysOf(PEOPLE_POOL_ID).access);
  // The scope that userInfo wants, as a sign-in at the domain would bring it.
  access = {
    ...access,
    claims: { ...access.claims, scope: 'aws.cognito.signin.user.admin openid' },
  };
});

after(async () => {
  await standIn.close();
  rmSync(folder, { recursive: true });
});

/** The private keys of a pool, from where the stand-in keeps them. */
function keysOf(poolId: string): Record<'id' | 'access', JsonWebKey> {
  const { pools } = JSON.parse(readFileSync(join(folder, 'user-pool-keys.json'), 'utf8')) as {
    pools: Record<string, Record<'id' | 'access', JsonWebKey>>;
  };
  return pools[poolId] ?? assert.fail(poolId);
}

function partsOf(token: string, jwk: JsonWebKey): TokenParts {
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return { header: decodeProtectedHeader(token), claims: decodeJwt(token), key };
}

/** A door: which token it takes, how one knocks, and what it answers. */
interface Door {
  readonly name: string;
  readonly parts: () => TokenParts;
  /** `in`, or the refusal. */
  readonly knock: (token: string) => Promise<string>;
}

const REFUSED = '401 Unauthorized';
/** Cognito's pattern for access tokens. */
const PATTERN = /^[A-Za-z0-9-_=.]+$/;
/** What can be in a header `Authorization: Bearer` (RFC 6750, 2.1). */
const BEARER = /^[\w.~+/=-]+$/;

async function throughGateway(method: string, path: string, token: string): Promise<string> {
  const response = await fetch(standIn.url + path, { method, headers: { Authorization: token } });
  const { message } = (await response.json()) as { message?: string };
  // Whoever gets in is told what is wrong with an empty story, or who they are.
  return [200, 400].includes(response.status)
    ? 'in'
    : `${String(response.status)} ${message ?? ''}`;
}

async function getUser(AccessToken: string): Promise<string> {
  const response = await callCognito(standIn.url, 'GetUser', { AccessToken });
  const { __type: type = 'in' } = (await response.json()) as { __type?: string };
  const isToken = PATTERN.test(AccessToken);
  return type === (isToken ? 'NotAuthorizedException' : 'InvalidParameterException')
    ? REFUSED
    : type;
}

async function userInfo(token: string): Promise<string> {
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(`${standIn.url}/oauth2/userInfo`, { headers });
  const { error = '' } = (await response.json()) as { error?: string };
  if (response.status === 200) return 'in';
  const answer = `${String(response.status)} ${error}`;
  return answer === (BEARER.test(token) ? '401 invalid_token' : '400 invalid_request')
    ? REFUSED
    : answer;
}

const doors: Door[] = [
  {
    name: 'the REST API, ID token',
    parts: () => id,
    knock: (token) => throughGateway('GET', '/api/me', token),
  },
  {
    name: 'the REST API, access token',
    parts: () => access,
    knock: (token) => throughGateway('POST', '/api/news', token),
  },
  {
    name: 'the HTTP API, ID token',
    parts: () => id,
    knock: (token) => throughGateway('GET', '/http-api/me', token),
  },
  {
    name: 'the HTTP API, access token',
    parts: () => access,
    // Of its two pools, only the machines' may publish there; without scopes an access token passes.
    knock: (token) => throughGateway('GET', '/http-api/me', token),
  },
  { name: 'GetUser', parts: () => access, knock: getUser },
  { name: 'userInfo', parts: () => access, knock: userInfo },
];

/** Fails with the list of all that were not refused. */
async function expectRefused({ name, knock }: Door, tokens: readonly Forgery[]): Promise<void> {
  const others: string[] = [];
  for (const [what, token] of tokens) {
    // Nobody can send these: no header holds them.
    if (/[^\x20-\x7e]/.test(token) || token.length > 8000) continue;
    const answer = await knock(token);
    if (answer !== REFUSED) others.push(`${what}: ${answer}`);
  }
  assert.deepEqual(others, [], name);
}

describe('a genuine token', () => {
  for (const door of doors) {
    it(`opens ${door.name}`, async () => {
      assert.equal(await door.knock(genuine(door.parts())), 'in');
    });
  }
});

describe('a forged token', () => {
  for (const [kind, make] of Object.entries(forgeries)) {
    it(`opens nothing: ${kind}`, async () => {
      for (const door of doors) await expectRefused(door, make(door.parts()));
    });
  }

  it('opens nothing: signed by a key of another pool', async () => {
    const keys = keysOf(SERVICES_POOL_ID);
    for (const door of doors) {
      const parts = door.parts();
      const tokens = Object.entries(keys).flatMap(([use, jwk]): Forgery[] => {
        const key = createPrivateKey({ key: jwk, format: 'jwk' });
        return [
          [`${use} key, its kid`, withHeader(parts, { ...parts.header, kid: jwk['kid'] }, key)],
          [`${use} key, the pool’s kid`, withHeader(parts, parts.header, key)],
        ];
      });
      await expectRefused(door, tokens);
    }
  });

  it('opens nothing that remembers the genuine one', async () => {
    for (const door of doors) {
      const token = genuine(door.parts());
      assert.equal(await door.knock(token), 'in');
      await expectRefused(door, [
        ['padded', `${token}==`],
        ['longer', `${token}A`],
        ['shorter', token.slice(0, -1)],
        ['in another case', token.toLowerCase()],
      ]);
    }
  });
});
