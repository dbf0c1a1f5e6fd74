import type { JWK } from 'jose';
import { rsaFault } from './rsa-key.ts';

/** Why a public key is none that tokens are checked with, which are signed by RS256; undefined when it is one. */
export function signingKeyFault(key: JWK): string | undefined {
  const { kty, kid, n, e, alg, use, key_ops: operations } = key;
  if (kty !== 'RSA' || !n || !e || !kid) return 'it is no RSA key with a kid';
  if ('d' in key) return 'it is not the public half';
  const isForSignatures = alg === 'RS256' && use === 'sig';
  if (!isForSignatures || operations?.includes('verify') === false)
    return 'it is for something else';
  return rsaFault({ n: Buffer.from(n, 'base64url'), e: Buffer.from(e, 'base64url') });
}
