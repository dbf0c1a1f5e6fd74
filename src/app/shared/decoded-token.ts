export type Claims = Readonly<Record<string, unknown>>;

/** A JSON Web Token, taken apart and not verified. */
export interface DecodedToken {
  readonly text: string;
  /** The three parts as they stand in `text`. */
  readonly parts: readonly [header: string, payload: string, signature: string];
  readonly header: Claims;
  readonly claims: Claims;
  readonly signatureBytes: number;
}

/** Takes a token apart (RFC 7519 section 7.2, without what verifies); `null` for whatever is none. */
export function decodeToken(text: unknown): DecodedToken | null {
  if (typeof text !== 'string') return null;
  const [header = '', payload = '', signature, ...more] = text.split('.');
  if (signature === undefined || more.length > 0) return null;
  const [headerClaims, claims] = [claimsIn(header), claimsIn(payload)];
  const signatureBytes = bytesIn(signature)?.length;
  if (!headerClaims || !claims || signatureBytes === undefined) return null;
  return {
    text,
    parts: [header, payload, signature],
    header: headerClaims,
    claims,
    signatureBytes,
  };
}

/** Base64 with `-` and `_`, without padding (RFC 4648 section 5). */
export function base64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function claimsIn(part: string): Claims | null {
  const bytes = bytesIn(part);
  if (!bytes) return null;
  try {
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims)
      ? (claims as Claims)
      : null;
  } catch {
    // Not JSON, so not a token: there is nothing to show.
    return null;
  }
}

function bytesIn(part: string): Uint8Array | null {
  if (!/^[\w-]*$/.test(part)) return null;
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    // A length that base64 cannot have.
    return null;
  }
}
