import { createPublicKey, sign } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';

/** A token to forge from, and the key that it was signed with. Tests only. */
export interface TokenParts {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly key: KeyObject;
}

/** A forged token, and what is wrong with it. */
export type Forgery = readonly [what: string, token: string];

/** Base64url of a text, of bytes, or of a value as JSON. */
export function encoded(content: unknown): string {
  const bytes =
    typeof content === 'string' || content instanceof Uint8Array
      ? content
      : JSON.stringify(content);
  return Buffer.from(bytes as string).toString('base64url');
}

/** What is signed of a token. */
export function inputOf(header: unknown, claims: unknown): string {
  return `${encoded(header)}.${encoded(claims)}`;
}

/** Signs what `inputOf` gave, with RS256. */
export function signed(input: string, key: KeyObject): string {
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

/** The token itself, good in every way. */
export function genuine({ header, claims, key }: TokenParts): string {
  return signed(inputOf(header, claims), key);
}

/** The same claims under another header, signed with the pool's own key unless another is given. */
export function withHeader(parts: TokenParts, header: unknown, key = parts.key): string {
  return signed(inputOf(header, parts.claims), key);
}

export function publicJwk(key: KeyObject): JsonWebKey {
  return createPublicKey(key).export({ format: 'jwk' });
}
