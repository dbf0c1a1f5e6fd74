import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVerifier, passwordMatches, readClientKey } from './srp.ts';

const owner = { poolName: 'pressPe0p', userId: 'aaaaaaaa-0000-4000-8000-000000000000' };
const GROUP =
  'FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD' +
  'EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED' +
  'EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F' +
  '83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B' +
  'E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510' +
  '15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7' +
  'ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C' +
  'BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF';

test('a verifier knows its password, and no other, and no other owner', () => {
  const kept = createVerifier(owner, 'Press-Pass-2026');
  assert.equal(passwordMatches(kept, owner, 'Press-Pass-2026'), true);
  assert.equal(passwordMatches(kept, owner, 'press-pass-2026'), false);
  assert.equal(passwordMatches(kept, { ...owner, userId: 'other' }, 'Press-Pass-2026'), false);
});

test('the same password is kept differently each time', () => {
  assert.notDeepEqual(createVerifier(owner, 'same'), createVerifier(owner, 'same'));
});

test('a client key that is zero modulo the group is refused, and so is anything but a number', () => {
  const twice = (BigInt(`0x${GROUP}`) * 2n).toString(16);
  for (const key of [
    '0',
    '000',
    GROUP,
    GROUP.toLowerCase(),
    twice,
    '',
    '-1',
    '0x1',
    'g',
    'f'.repeat(1537),
  ]) {
    assert.equal(readClientKey(key), undefined, key.slice(0, 20));
  }
  assert.equal(readClientKey('abc123'), 'abc123');
});
