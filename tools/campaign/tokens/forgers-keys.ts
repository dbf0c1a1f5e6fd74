import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { encoded, partsOf } from './jwt.ts';

/** Keys that are not the pools', and what everybody may know of those that are. */
export interface ForgersKeys {
  rsa: KeyObject;
  /** The other half of `rsa`, for a header that brings its own key. */
  rsaJwk: JsonWebKey;
  ec: KeyObject;
  /** What a verifier that confuses a public key with a shared secret would take for one. */
  publicTexts: readonly string[];
  publicKids: readonly string[];
}

/** Makes new keys and reads the pools' public ones. */
export async function forgersKeys(url: string, poolIds: readonly string[]): Promise<ForgersKeys> {
  const { privateKey: rsa, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { privateKey: ec } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const published = (await Promise.all(poolIds.map((id) => jwksOf(url, id)))).flat();
  return {
    rsa,
    rsaJwk: publicKey.export({ format: 'jwk' }),
    ec,
    publicTexts: published.flatMap((jwk) => {
      const key = createPublicKey({ key: jwk, format: 'jwk' });
      const pem = key.export({ type: 'spki', format: 'pem' }).toString();
      return [pem, pem.trim(), JSON.stringify(jwk), String(jwk.n)];
    }),
    publicKids: published.map(({ kid }) => String(kid)),
  };
}

async function jwksOf(url: string, poolId: string): Promise<JsonWebKey[]> {
  const response = await fetch(`${url}/${poolId}/.well-known/jwks.json`);
  return ((await response.json()) as { keys: JsonWebKey[] }).keys;
}

/** Puts a signature of `key` under header and claims. */
export function signedWith(key: KeyObject, token: string, hash = 'sha256'): string {
  const { header, payload } = partsOf(token);
  const content = `${header}.${payload}`;
  const isEc = key.asymmetricKeyType === 'ec';
  const options = isEc ? { key, dsaEncoding: 'ieee-p1363' as const } : key;
  return `${content}.${encoded(sign(hash, Buffer.from(content), options))}`;
}

export function hashedWith(secret: string, token: string): string {
  const { header, payload } = partsOf(token);
  const content = `${header}.${payload}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}
