/** What a token says of itself; whether it is true is another question. */
export function claimsOf(token: string): Record<string, unknown> {
  return part(token, 1);
}

export function headerOf(token: string): Record<string, unknown> {
  return part(token, 0);
}

/** The same token with another signature. */
export function withBrokenSignature(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const other = signature.startsWith('A') ? 'B' : 'A';
  return [header, payload, other + signature.slice(1)].join('.');
}

/** The same token with one claim changed, and the old signature. */
export function withClaim(token: string, name: string, value: unknown): string {
  return replaced(token, 1, { ...claimsOf(token), [name]: value });
}

/** The same token with one member of its header changed, and the old signature. */
export function withHeader(token: string, name: string, value: unknown): string {
  return replaced(token, 0, { ...headerOf(token), [name]: value });
}

function replaced(token: string, index: number, content: object): string {
  const parts = token.split('.');
  parts[index] = Buffer.from(JSON.stringify(content)).toString('base64url');
  return parts.join('.');
}

function part(token: string, index: number): Record<string, unknown> {
  const text = Buffer.from(token.split('.')[index] ?? '', 'base64url').toString();
  return JSON.parse(text) as Record<string, unknown>;
}
