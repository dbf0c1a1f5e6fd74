import { createPublicKey } from 'node:crypto';
import { rsaFault } from '../../rsa-key.ts';

/** Labels of a COSE_Key (RFC 9052, 7; RFC 9053, 7.1.1; RFC 8230, 4) and the values that go with ES256 and RS256. */
const KTY = 1;
const ALG = 3;
const [EC2, ES256, P256] = [2, -7, 1];
const [RSA, RS256] = [3, -257];

/**
 * Why a passkey's public key is none that can be trusted (WebAuthn, 5.8.5); undefined when it is one. Authenticators make no others, and a
 * point beside the curve belongs to no private key.
 */
export async function publicKeyFault(cose: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const { isoCBOR } = await import('@simplewebauthn/server/helpers');
  const key: unknown = isoCBOR.decodeFirst(cose);
  if (!(key instanceof Map)) return 'its public key is no COSE_Key';
  const members = key as ReadonlyMap<unknown, unknown>;
  const kind = `${String(members.get(KTY))} ${String(members.get(ALG))}`;
  if (kind === `${String(EC2)} ${String(ES256)}`) return ellipticFault(members);
  if (kind === `${String(RSA)} ${String(RS256)}`) return modulusFault(members);
  return 'its key type is not that of its algorithm';
}

function ellipticFault(members: ReadonlyMap<unknown, unknown>): string | undefined {
  const [x, y] = [members.get(-2), members.get(-3)];
  const isPoint = isBytes(x) && isBytes(y) && x.length === 32 && y.length === 32;
  if (members.get(-1) !== P256 || !isPoint) return 'its public key is no point of P-256';
  try {
    const point = { x: encoded(x), y: encoded(y) };
    createPublicKey({ key: { kty: 'EC', crv: 'P-256', ...point }, format: 'jwk' });
    return undefined;
  } catch {
    // That is how Node says so.
    return 'its public key is not on the curve';
  }
}

function modulusFault(members: ReadonlyMap<unknown, unknown>): string | undefined {
  const [n, e] = [members.get(-1), members.get(-2)];
  return isBytes(n) && isBytes(e) ? rsaFault({ n, e }) : 'its public key has no modulus';
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

function encoded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
