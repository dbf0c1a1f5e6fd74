import { constants, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createPublicKey } from 'node:crypto';
import { encoded, inputOf, publicJwk, withHeader } from './token-parts.ts';
import type { Forgery, TokenParts } from './token-parts.ts';

/** No algorithm at all, in every spelling, with and without something that looks like a signature. */
export function unsigned(parts: TokenParts): Forgery[] {
  const { kid } = parts.header;
  const algorithms = [
    'none',
    'None',
    'NONE',
    'nOnE',
    'none ',
    ' none',
    'none\u0000',
    '',
    null,
    0,
    true,
    ['none'],
    ['RS256'],
    {},
    undefined,
  ];
  return algorithms.flatMap((alg): Forgery[] => {
    const input = inputOf({ kid, alg }, parts.claims);
    const what = `alg ${JSON.stringify(alg)}`;
    return [
      [`${what}, no signature`, `${input}.`],
      [`${what}, no kid`, `${inputOf({ alg }, parts.claims)}.AAAA`],
      [`${what}, signed by the pool`, withHeader(parts, { kid, alg })],
    ];
  });
}

/** HMAC with what everybody knows of the pool's key, in every form that somebody could take for a secret. */
export function publicKeyAsSecret(parts: TokenParts): Forgery[] {
  const key = createPublicKey(parts.key);
  const { n = '', e = '' } = publicJwk(parts.key);
  const pem = (type: 'spki' | 'pkcs1'): string => key.export({ type, format: 'pem' }).toString();
  const secrets: [what: string, secret: string | Buffer][] = [
    ['PEM', pem('spki')],
    ['PEM without its last line break', pem('spki').trimEnd()],
    ['PEM of PKCS #1', pem('pkcs1')],
    ['DER', key.export({ type: 'spki', format: 'der' })],
    ['DER of PKCS #1', key.export({ type: 'pkcs1', format: 'der' })],
    ['JWK', JSON.stringify({ kty: 'RSA', n, e })],
    ['modulus', Buffer.from(n, 'base64url')],
    ['modulus as text', n],
    ['kid', String(parts.header['kid'])],
    ['nothing', ''],
  ];
  return secrets.flatMap(([what, secret]) =>
    (
      [
        ['HS256', 'sha256'],
        ['HS384', 'sha384'],
        ['HS512', 'sha512'],
        ['RS256', 'sha256'],
      ] as const
    ).map(([alg, hash]): Forgery => {
      const input = inputOf({ ...parts.header, alg }, parts.claims);
      const mac = createHmac(hash, secret).update(input).digest('base64url');
      return [`${alg} with the public key as ${what}`, `${input}.${mac}`];
    }),
  );
}

/** The pool's own key with an algorithm that is not the key's, said or unsaid. */
export function otherAlgorithms(parts: TokenParts): Forgery[] {
  const { key } = parts;
  const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING };
  const ways: [alg: string, make: (input: Buffer) => Buffer][] = [
    ['RS384', (input) => sign('sha384', input, key)],
    ['RS512', (input) => sign('sha512', input, key)],
    ['RS1', (input) => sign('sha1', input, key)],
    ['PS256', (input) => sign('sha256', input, { ...pss, saltLength: 32 })],
    ['PS384', (input) => sign('sha384', input, { ...pss, saltLength: 48 })],
    ['PS512', (input) => sign('sha512', input, { ...pss, saltLength: 64 })],
    ['PS256 without salt', (input) => sign('sha256', input, { ...pss, saltLength: 0 })],
  ];
  return ways.flatMap(([way, make]): Forgery[] => {
    const [alg = ''] = way.split(' ');
    const said = inputOf({ ...parts.header, alg }, parts.claims);
    const unsaid = inputOf(parts.header, parts.claims);
    return [
      [`${way}, and says so`, `${said}.${encoded(make(Buffer.from(said)))}`],
      [`${way}, and says RS256`, `${unsaid}.${encoded(make(Buffer.from(unsaid)))}`],
      [`${way} said, RS256 used`, withHeader(parts, { ...parts.header, alg })],
    ];
  });
}

/** The order of P-256. */
const ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

/** Elliptic curves: the pool has no such key, and 0 or the curve's order in a signature must open nothing. */
export function ellipticCurves(parts: TokenParts): Forgery[] {
  const es256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const es384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
  const ed25519 = generateKeyPairSync('ed25519').privateKey;
  const header = { ...parts.header, alg: 'ES256' };
  const input = inputOf(header, parts.claims);
  const values = { '0': 0n, '1': 1n, 'n - 1': ORDER - 1n, n: ORDER, 'n + 1': ORDER + 1n };
  const special = Object.entries(values).flatMap(([r, first]) =>
    Object.entries(values).map(([s, second]): Forgery => [
      `ES256, r = ${r}, s = ${s}`,
      `${input}.${encoded(Buffer.concat([bytes32(first), bytes32(second)]))}`,
    ]),
  );
  const der = sign('sha256', Buffer.from(input), es256);
  const long = Buffer.concat([raw(es256, 'sha256', input), Buffer.alloc(2)]);
  return [
    ...special,
    ['ES256 by a stranger', `${input}.${encoded(raw(es256, 'sha256', input))}`],
    ['ES256 by a stranger, as DER', `${input}.${encoded(der)}`],
    ['ES256 by a stranger, with zeros behind', `${input}.${encoded(long)}`],
    ['ES384 by a stranger', byStranger(parts, 'ES384', (text) => raw(es384, 'sha384', text))],
    ['ES521, which is none', byStranger(parts, 'ES521', (text) => raw(es256, 'sha256', text))],
    [
      'EdDSA by a stranger',
      byStranger(parts, 'EdDSA', (text) => sign(null, Buffer.from(text), ed25519)),
    ],
    ['RS256 said, ES256 used', byStranger(parts, 'RS256', (text) => raw(es256, 'sha256', text))],
    [
      'RS256 said, EdDSA used',
      byStranger(parts, 'RS256', (text) => sign(null, Buffer.from(text), ed25519)),
    ],
  ];
}

function byStranger(parts: TokenParts, alg: string, make: (input: string) => Buffer): string {
  const input = inputOf({ ...parts.header, alg }, parts.claims);
  return `${input}.${encoded(make(input))}`;
}

function raw(key: KeyObject, hash: string, input: string): Buffer {
  return sign(hash, Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });
}

function bytes32(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
}
