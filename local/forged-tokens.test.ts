import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { APP_CLIENT_IDS, SERVICES_POOL_ID } from './seed/identities.ts';
import { forgeries } from './testing/forged/forgeries.ts';
import { oddClaims } from './testing/forged/odd-claims.ts';
import { REFUSED, TokenDoors } from './testing/forged/token-doors.ts';
import type { TokenDoor } from './testing/forged/token-doors.ts';
import { genuine, withHeader } from './testing/forged/token-parts.ts';
import type { Forgery } from './testing/forged/token-parts.ts';
import { callCognito } from './testing/sign-in.ts';

// The signature decides: claims, issuer, audience, time and sign-in are those of a genuine token, which opens every door.

let doors: TokenDoors;

before(async () => {
  doors = await TokenDoors.open();
});

after(() => doors.close());

/** Fails with the list of all that were not refused. */
async function expectRefused(
  { name, knock }: TokenDoor,
  tokens: readonly Forgery[],
): Promise<void> {
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
  it('opens every door', async () => {
    for (const { name, parts, knock } of doors.all) {
      assert.equal(await knock(genuine(parts)), 'in', name);
    }
  });
});

describe('a forged token', () => {
  for (const [kind, make] of Object.entries(forgeries)) {
    it(`opens nothing: ${kind}`, async () => {
      for (const door of doors.all) await expectRefused(door, make(door.parts));
    });
  }

  it('opens nothing: signed by a key of another pool', async () => {
    const keys = doors.keysOf(SERVICES_POOL_ID);
    for (const door of doors.all) {
      const { parts } = door;
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
    for (const door of doors.all) {
      const token = genuine(door.parts);
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

/** Without these, or with something else in them, a token is for nobody, from nobody, or for ever. */
const deciding = new Map([
  ['the REST API, ID token', ['iss', 'exp', 'aud', 'token_use']],
  ['the REST API, access token', ['iss', 'exp', 'token_use', 'scope']],
  ['the HTTP API, ID token', ['iss', 'exp', 'aud']],
  ['the HTTP API, access token', ['iss', 'exp', 'client_id']],
  ['GetUser', ['iss', 'exp', 'sub', 'token_use', 'scope', 'origin_jti']],
  ['userInfo', ['iss', 'exp', 'sub', 'token_use', 'scope', 'client_id', 'origin_jti']],
]);

/** No token, nobody's token, no editor's token, or more than a header may hold. */
const refusals = /^(401 |400 UserNotFoundException$|403 Only editors |431 )/;

describe('a claim of another type, signed by the pool itself', () => {
  for (const [name, claims] of deciding) {
    it(`is a refusal and never a failure: ${name}`, async () => {
      const door = doors.all.find((one) => one.name === name) ?? assert.fail(name);
      const others: string[] = [];
      for (const { claim, tokens } of oddClaims(door.parts)) {
        for (const [what, token] of tokens) {
          const answer = await door.knock(token);
          const mayEnter = !claims.includes(claim) || what === 'exp: a huge number';
          if (answer === 'in' ? !mayEnter : !refusals.test(answer)) {
            others.push(`${what}: ${answer}`);
          }
        }
      }
      assert.deepEqual(others, []);
    });
  }
});

describe('a refresh token', () => {
  const ClientId = APP_CLIENT_IDS['presspass-cli'];
  const refresh = async (RefreshToken: unknown): Promise<number> =>
    (await callCognito(doors.url, 'GetTokensFromRefreshToken', { ClientId, RefreshToken })).status;

  it('is taken to the letter, and nothing else in its place', async () => {
    const { refreshToken: token, all } = doors;
    const [{ parts }] = all as [TokenDoor];
    const others = [
      ...['', ' ', token.toUpperCase(), token.slice(0, -1), `${token}0`, `${token} `, `${token}==`],
      ...[
        'a.b.c',
        genuine(parts),
        'x'.repeat(5000),
        'é\u0000',
        null,
        1,
        true,
        [token],
        { token },
        [],
      ],
    ];
    for (const other of others) {
      assert.equal(await refresh(other), 400, JSON.stringify(other));
      for (const [operation, member] of [
        ['RevokeToken', 'Token'],
        ['InitiateAuth', 'AuthParameters'],
      ] as const) {
        const value = member === 'Token' ? other : { REFRESH_TOKEN: other };
        const input = { ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', [member]: value };
        const answer = await callCognito(doors.url, operation, input);
        assert.ok(answer.status < 500, `${operation}: ${JSON.stringify(other)}`);
        assert.doesNotMatch(await answer.text(), /AccessToken"/);
      }
    }
    assert.equal(await refresh(token), 200);
  });
});
