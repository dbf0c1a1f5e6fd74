/** A JSON web token's three parts, as text. */
export interface Parts {
  header: string;
  payload: string;
  signature: string;
}

export function partsOf(token: string): Parts {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return { header, payload, signature };
}

export const joined = ({ header, payload, signature }: Parts): string =>
  `${header}.${payload}.${signature}`;

export const bytesOf = (part: string): Buffer => Buffer.from(part, 'base64url');

export const encoded = (content: string | Buffer | object): string =>
  (typeof content === 'string' || Buffer.isBuffer(content)
    ? Buffer.from(content)
    : Buffer.from(JSON.stringify(content))
  ).toString('base64url');

export const decoded = (part: string): Record<string, unknown> =>
  JSON.parse(bytesOf(part).toString()) as Record<string, unknown>;

export const isJwt = (token: string): boolean => token.startsWith('eyJ');
