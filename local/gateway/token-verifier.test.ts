import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import type { JWK } from 'jose';
import { ManualClock } from '../clock.ts';
import { TokenVerifier } from './token-verifier.ts';

const key = (modulusLength = 2048): JWK => ({
  ...generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ format: 'jwk' }),
  kid: 'a key',
  alg: 'RS256',
  use: 'sig',
});

const good = key();

function verifierWith(...keys: JWK[]): TokenVerifier {
  const pool = { userPoolId: 'eu-west-1_Testing01', clientIds: [], jwks: { keys } };
  return new TokenVerifier({
    pools: [pool],
    clock: new ManualClock(),
    ttlSeconds: 0,
    write: () => ({}),
  });
}

describe('a verifier', () => {
  it('takes keys that were made for it', () => {
    assert.ok(verifierWith(good, { ...key(), kid: 'another', key_ops: ['verify'] }));
  });

  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const unfit: [what: string, keys: JWK[]][] = [
    ['is short', [key(1024)]],
    ['has the exponent 1', [{ ...good, e: 'AQ' }]],
    ['has the exponent 3', [{ ...good, e: 'Aw' }]],
    ['is for encryption', [{ ...good, use: 'enc' }]],
    ['is for another algorithm', [{ ...good, alg: 'PS256' }]],
    ['is for encryption by its algorithm', [{ ...good, alg: 'RSA-OAEP' }]],
    ['may not verify', [{ ...good, key_ops: ['encrypt'] }]],
    [
      'says nothing of what it is for',
      [{ kty: 'RSA', n: good.n ?? '', e: good.e ?? '', kid: 'x' }],
    ],
    ['has no kid', [{ ...good, kid: '' }]],
    ['has the kid of another', [good, { ...key(), kid: 'a key' }]],
    ['is of a curve', [{ ...ec, kid: 'x', alg: 'ES256', use: 'sig' }]],
    ['is of a curve and says RSA', [{ ...ec, kty: 'RSA', kid: 'x', alg: 'RS256', use: 'sig' }]],
    ['is a secret', [{ kty: 'oct', k: 'AAAA', kid: 'x', alg: 'HS256', use: 'sig' }]],
    ['is the private half', [{ ...good, d: 'AAAA' }]],
  ];
  for (const [what, keys] of unfit) {
    it(`trusts no key that ${what}`, () => {
      assert.throws(
        () => verifierWith(...keys),
        /^Error: A key of https:.* is not to be trusted: /,
      );
    });
  }
});
