import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { it } from 'node:test';
import { rsaFault } from './rsa-key.ts';

const e = Buffer.from('AQAB', 'base64url');

function modulus(modulusLength: number): Buffer {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength });
  return Buffer.from(publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
}

const n = modulus(2048);

it('a key as OpenSSL makes them is fit, with or without zeros before its numbers', () => {
  assert.equal(rsaFault({ n, e }), undefined);
  assert.equal(rsaFault({ n: Buffer.concat([Buffer.alloc(1), n]), e }), undefined);
});

it('a key is not fit that is short, long, even, or nothing', () => {
  assert.equal(rsaFault({ n: modulus(1024), e }), 'its modulus has 1024 bits, not 2048 to 4096');
  assert.match(rsaFault({ n: Buffer.alloc(0), e }) ?? '', /^its modulus has 1 bits/);
  assert.match(rsaFault({ n: Buffer.alloc(1025, 0xff), e }) ?? '', /^its modulus has 8200 bits/);
  assert.equal(rsaFault({ n: Buffer.alloc(256, 0xfe), e }), 'its modulus is even');
});

it('a key is not fit whose exponent makes signatures easy', () => {
  for (const exponent of ['', '01', '02', '03', '11', '010000', '010002', 'ff'.repeat(33)]) {
    const key = { n, e: Buffer.from(exponent, 'hex') };
    assert.equal(rsaFault(key), 'its exponent is unfit', exponent);
  }
});

it('a key is not fit that looks like those of the library whose keys can be factored', () => {
  // What all of its moduli have in common: a power of 65537 modulo the product of the primes that tell them.
  const product =
    167n *
    [11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157]
      .map(BigInt)
      .reduce((all, prime) => all * prime, 1n);
  const power = 65_537n ** 5n % product;
  const start = 1n << 2047n;
  const likely = start - (start % product) + product * 2n + power;
  const odd = likely % 2n === 1n ? likely : likely + product;
  const key = { n: Buffer.from(odd.toString(16), 'hex'), e };
  assert.equal(rsaFault(key), 'it was made by a library whose keys can be factored (ROCA)');
});
