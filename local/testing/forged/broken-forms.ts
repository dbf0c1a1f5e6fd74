import { encoded, genuine, inputOf, signed } from './token-parts.ts';
import type { Forgery, TokenParts } from './token-parts.ts';

/** Tokens with parts left out, added or changed, and other serializations of the same signature. */
export function brokenForms(parts: TokenParts): Forgery[] {
  const [header = '', payload = '', signature = ''] = genuine(parts).split('.');
  const other = encoded({ ...parts.claims, sub: 'somebody else' });
  const jws = { payload, protected: header, signature };
  return [
    ['no signature', `${header}.${payload}.`],
    ['no signature and no dot', `${header}.${payload}`],
    ['no payload', `${header}..${signature}`],
    ['no payload and no dot', `${header}.${signature}`],
    ['no header', `.${payload}.${signature}`],
    ['no header and no dot', `${payload}.${signature}`],
    ['neither header nor signature', `.${payload}.`],
    ['the payload alone', payload],
    ['dots alone', '..'],
    ['one more part, empty', `${header}.${payload}.${signature}.`],
    ['one more part', `${header}.${payload}.${signature}.${signature}`],
    ['the five parts of an encrypted token', `${header}.${signature}.${signature}.${payload}.AAAA`],
    ['another payload', `${header}.${other}.${signature}`],
    ['a changed header', `${encoded({ ...parts.header, typ: 'JWT' })}.${payload}.${signature}`],
    [
      'a token in a token',
      `${encoded({ ...parts.header, cty: 'JWT' })}.${encoded(genuine(parts))}.${signature}`,
    ],
    [
      'a signed token as the payload',
      signed(inputOf({ ...parts.header, cty: 'JWT' }, genuine(parts)), parts.key),
    ],
    ['JSON serialization, flattened', JSON.stringify(jws)],
    [
      'JSON serialization, general',
      JSON.stringify({ payload, signatures: [{ protected: header, signature }] }),
    ],
    ['JSON serialization, encoded', encoded(jws)],
  ];
}

/** The same bytes written otherwise: a decoder that is too kind reads them all. */
export function otherEncodings(parts: TokenParts): Forgery[] {
  const token = genuine(parts);
  const [header = '', payload = '', signature = ''] = token.split('.');
  const others: Forgery[] = [
    ['a padded signature', `${token}==`],
    ['a signature padded once', `${token}=`],
    ['a padded payload', `${header}.${payload}=.${signature}`],
    ['a padded header', `${header}=.${payload}.${signature}`],
    ['the standard alphabet', token.replaceAll('-', '+').replaceAll('_', '/')],
    ['a character that is none', `${token.slice(0, -5)}*${token.slice(-5)}`],
    ['a character that is none at the end', `${token}~`],
    ['a blank', `${header}.${payload}.${signature.slice(0, 9)} ${signature.slice(9)}`],
    ['a signature in upper case', `${header}.${payload}.${signature.toUpperCase()}`],
    [
      'a signature in hexadecimal',
      `${header}.${payload}.${Buffer.from(signature, 'base64url').toString('hex')}`,
    ],
    ['a percent-encoded dot', token.replace('.', '%2E')],
    ['a quoted token', `"${token}"`],
    ['a token twice, with a comma', `${token},${token}`],
    ['unused bits of the signature', spareBits(token)],
    ['unused bits of the payload', resigned(parts, spareBits)],
    ['unused bits of the header', resigned(parts, (text) => text, spareBits)],
    ['a padded payload, signed so', resigned(parts, (text) => `${text}==`)],
    [
      'a payload in the standard alphabet, signed so',
      resigned(parts, () =>
        Buffer.from(JSON.stringify({ ...parts.claims, filler: '>>>???' })).toString('base64'),
      ),
    ],
  ];
  return others.filter(([, other]) => other !== token);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url whose last character says no more than before, and is another one. */
function spareBits(text: string): string {
  const last = ALPHABET.indexOf(text.at(-1) ?? '');
  return text.slice(0, -1) + (ALPHABET[last ^ 1] ?? '');
}

/** Signed by the pool's key, with parts that were encoded otherwise. Blanks make the parts end with bits that say nothing. */
function resigned(
  { header, claims, key }: TokenParts,
  payload: (text: string) => string,
  head: (text: string) => string = (text) => text,
): string {
  const ending = (content: object): string => {
    const text = JSON.stringify(content);
    return encoded(text.length % 3 === 0 ? JSON.stringify({ ...content, a: '' }) : text);
  };
  return signed(`${head(ending(header))}.${payload(ending(claims))}`, key);
}
