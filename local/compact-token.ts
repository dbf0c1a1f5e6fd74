/** Why a text is no token in the one form that pools write; undefined when it is one. What it says, and who signed it, is not looked at. */
export function formFault(token: string): string | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return 'it has not three parts';
  if (!parts.every(isCanonicalBase64url)) return 'a part is not Base64URL as encoders write it';
  const [header, payload] = parts.slice(0, 2).map(readMembers);
  if (!header || !payload) return 'header or payload is no JSON object with each member once';
  // RFC 7515, 4.1.11 and RFC 7797: whoever does not understand what is critical refuses, and nothing critical is understood here.
  return 'crit' in header || 'b64' in header ? 'its header asks for an extension' : undefined;
}

/** Not empty, no padding, no other alphabet, and the bits behind the last byte are 0: other bytes are another token. */
function isCanonicalBase64url(part: string): boolean {
  return part !== '' && Buffer.from(part, 'base64url').toString('base64url') === part;
}

/**
 * The members of a JSON object, if it is written as a pool writes it. Whatever two readers may read differently (a member that comes
 * twice, a number beyond all bounds, bytes that are no UTF-8) is written differently when it is written again.
 */
function readMembers(part: string): Readonly<Record<string, unknown>> | undefined {
  const bytes = Buffer.from(part, 'base64url');
  try {
    const value: unknown = JSON.parse(bytes.toString());
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject || !Buffer.from(JSON.stringify(value)).equals(bytes)) return undefined;
    return value as Readonly<Record<string, unknown>>;
  } catch {
    // It is no JSON.
    return undefined;
  }
}
