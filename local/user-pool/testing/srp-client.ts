import { createHash, createHmac, createDiffieHellmanGroup } from 'node:crypto';
import { peoplePool } from '../../seed/identities.ts';
import { poolNameOf } from '../directory/pool-settings.ts';

const N = BigInt(`0x${createDiffieHellmanGroup('modp15').getPrime('hex')}`);
const g = 2n;
const a = 0x1234567890abcdefn;

/** SRP_A of this client, which has one private key only: a test may not be random. */
export const clientKey = power(g, a).toString(16);

/** What a challenge to prove a password gives. */
export interface SrpChallenge {
  ChallengeName: string;
  ChallengeParameters: Record<
    'SALT' | 'SECRET_BLOCK' | 'SRP_B' | 'USERNAME' | 'USER_ID_FOR_SRP',
    string
  >;
}

/** The client's side of SRP, written apart from the server's: the answers that prove `password`. */
export function proveBySrp(challenge: SrpChallenge, password: string): Record<string, string> {
  const { SALT, SECRET_BLOCK, SRP_B, USER_ID_FOR_SRP: userId } = challenge.ChallengeParameters;
  const TIMESTAMP = 'Fri Nov 20 21:59:08 UTC 2026';
  const poolName = poolNameOf(peoplePool.id);
  const B = BigInt(`0x${SRP_B}`);
  const u = hash(bytes(BigInt(`0x${clientKey}`)), bytes(B));
  const identity = createHash('sha256').update(`${poolName}${userId}:${password}`).digest();
  const x = hash(bytes(BigInt(`0x${SALT}`)), identity);
  const base = (B - ((hash(bytes(N), bytes(g)) * power(g, x)) % N) + N) % N;
  const extracted = createHmac('sha256', bytes(u))
    .update(bytes(power(base, a + u * x)))
    .digest();
  const key = createHmac('sha256', extracted).update('Caldera Derived Key\u0001').digest();
  const proof = createHmac('sha256', key.subarray(0, 16))
    .update(poolName + userId)
    .update(Buffer.from(SECRET_BLOCK, 'base64'))
    .update(TIMESTAMP)
    .digest('base64');
  return {
    USERNAME: userId,
    PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
    PASSWORD_CLAIM_SIGNATURE: proof,
    TIMESTAMP,
  };
}

function bytes(value: bigint): Buffer {
  const hex = value.toString(16);
  const padded = hex.padStart(hex.length + (hex.length % 2), '0');
  return Buffer.from(parseInt(padded.slice(0, 2), 16) > 127 ? `00${padded}` : padded, 'hex');
}

function hash(...parts: Buffer[]): bigint {
  return BigInt(`0x${createHash('sha256').update(Buffer.concat(parts)).digest('hex')}`);
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let rest = exponent, square = base; rest > 0n; rest >>= 1n, square = (square * square) % N) {
    if (rest & 1n) result = (result * square) % N;
  }
  return result;
}
