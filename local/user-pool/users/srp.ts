import { createHash, createHmac, randomBytes } from 'node:crypto';
import { isSame } from '../secret-text.ts';
import { SrpArithmetic } from './srp-arithmetic.ts';

/**
 * The server's side of Cognito's variant of SRP-6a (RFC 5054, 3072-bit group of RFC 3526, SHA-256), as
 * amazon-cognito-identity-js and Amplify speak it: integers are hashed in two's complement, as Java writes them.
 */
const N = BigInt(
  '0x' +
    'FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD' +
    'EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED' +
    'EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F' +
    '83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B' +
    'E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510' +
    '15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7' +
    'ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C' +
    'BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
);
const srp = new SrpArithmetic({ N, g: 2n, hash: 'sha256', bytes: paddedBytes });

/** What is kept instead of a password. Salt and verifier are hexadecimal. */
export interface PasswordVerifier {
  readonly salt: string;
  readonly verifier: string;
  /** Set where the user has no password: it was made from one that nobody ever saw. */
  readonly isOfNone?: true;
}

/** Whose password it is: SRP hashes the pool's name and the user's id with it. */
export interface PasswordOwner {
  readonly poolName: string;
  readonly userId: string;
}

/** Makes what is kept of a new password. */
export function createVerifier(owner: PasswordOwner, password: string): PasswordVerifier {
  return verifierWith(randomBytes(16).toString('hex'), owner, password);
}

/** Whether `password` is the one that `kept` was made from. Takes as long for a wrong one as for the right one. */
export function passwordMatches(
  kept: PasswordVerifier,
  owner: PasswordOwner,
  password: string,
): boolean {
  const computed = BigInt(`0x${verifierWith(kept.salt, owner, password).verifier}`);
  return isSame(paddedBytes(computed), paddedBytes(BigInt(`0x${kept.verifier}`)));
}

/** The server's half of one exchange. `secret` must stay on the server. All are hexadecimal. */
export interface ServerExchange {
  readonly publicKey: string;
  readonly secret: string;
}

/** Reads SRP_A; undefined for what is not a number or is 0 modulo N, which would open every door (RFC 5054, 2.5.4). */
export function readClientKey(hex: string): string | undefined {
  if (!/^[0-9a-fA-F]{1,1536}$/.test(hex)) return undefined;
  return BigInt(`0x${hex}`) % N === 0n ? undefined : hex;
}

/** Starts an exchange: SRP_B and the secret it was made with. */
export function startExchange(kept: PasswordVerifier): ServerExchange {
  const secret = randomBytes(32).toString('hex');
  const publicKey = srp.serverKey(BigInt(`0x${kept.verifier}`), BigInt(`0x${secret}`));
  return { publicKey: publicKey.toString(16), secret };
}

/** The proof a client must send when it knows the password; base64 of an HMAC over the challenge. */
export interface Claim extends PasswordOwner {
  readonly clientKey: string;
  readonly secretBlock: string;
  readonly timestamp: string;
  readonly signature: string;
}

/** Whether the claim was made with the password that `kept` stands for. */
export function claimHolds(
  kept: PasswordVerifier,
  exchange: ServerExchange,
  claim: Claim,
): boolean {
  const A = BigInt(`0x${claim.clientKey}`);
  const u = srp.scrambler(A, BigInt(`0x${exchange.publicKey}`));
  const [v, b] = [BigInt(`0x${kept.verifier}`), BigInt(`0x${exchange.secret}`)];
  const S = srp.serverSecret({ A, v, u, b });
  const expected = createHmac('sha256', derivedKey(S, u))
    .update(claim.poolName)
    .update(claim.userId)
    .update(Buffer.from(claim.secretBlock, 'base64'))
    .update(claim.timestamp)
    .digest();
  return isSame(expected, Buffer.from(claim.signature, 'base64'));
}

/** HKDF (RFC 5869) with Cognito's own info string, cut to 16 bytes. */
function derivedKey(S: bigint, u: bigint): Buffer {
  const extracted = createHmac('sha256', paddedBytes(u)).update(paddedBytes(S)).digest();
  return createHmac('sha256', extracted)
    .update('Caldera Derived Key\u0001')
    .digest()
    .subarray(0, 16);
}

function verifierWith(salt: string, owner: PasswordOwner, password: string): PasswordVerifier {
  const identity = createHash('sha256')
    .update(`${owner.poolName}${owner.userId}:${password}`)
    .digest();
  const x = srp.hash(paddedBytes(BigInt(`0x${salt}`)), identity);
  return { salt, verifier: srp.raise(x).toString(16) };
}

/** A positive integer as Java's BigInteger.toByteArray writes it: with a leading zero where the top bit is set. */
function paddedBytes(value: bigint): Buffer {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
}
