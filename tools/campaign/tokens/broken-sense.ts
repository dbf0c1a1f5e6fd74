import { decoded, encoded, joined, partsOf } from './jwt.ts';
import { rewritten, withParts } from './forger.ts';
import type { Forger, Workshop } from './forger.ts';
import { hashedWith, signedWith } from './forgers-keys.ts';

const day = 24 * 3600;

/** Claims that somebody would like to have. */
function otherClaims(token: string, { random, all }: Workshop): object {
  const other = decoded(partsOf(random.pick(all.filter((one) => one.startsWith('eyJ')))).payload);
  const now = Math.floor(Date.now() / 1000);
  return random.pick<object>([
    { sub: other['sub'] },
    { sub: '0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30' },
    { 'cognito:groups': ['admin'] },
    { 'cognito:groups': 'admin' },
    { scope: 'news/write hello/read aws.cognito.signin.user.admin openid' },
    { aud: other['aud'] ?? 'campaign' },
    { client_id: other['client_id'] ?? 'campaign' },
    { iss: other['iss'] },
    { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_elsewhere' },
    { token_use: decoded(partsOf(token).payload)['token_use'] === 'id' ? 'access' : 'id' },
    { exp: now + 365 * day },
    { exp: now - 1 },
    { exp: undefined },
    { iat: now + day, nbf: now + day },
    { jti: 'campaign', origin_jti: 'campaign' },
    { email: 'editor@presspass.test', email_verified: true, 'cognito:username': other['sub'] },
    { ...other },
  ]);
}

function otherHeader({ random, keys }: Workshop): object {
  return random.pick<object>([
    { alg: random.pick(['none', 'None', 'NONE', 'nOnE', '', 'RS1', 'RSA', 'HS256', 'HS512']) },
    { alg: random.pick(['RS384', 'RS512', 'PS256', 'ES256', 'EdDSA', 'rs256', ' RS256']) },
    { alg: random.pick([null, 1, [], ['RS256'], undefined]) },
    {
      kid: random.pick([
        ...keys.publicKids,
        '',
        '../../etc/passwd',
        '__proto__',
        '%00',
        'x'.repeat(3000),
      ]),
    },
    { kid: random.pick([null, 0, [], {}, undefined]) },
    { typ: random.pick(['JWT', 'at+jwt', 'JWE', '']) },
    { crit: random.pick([['exp'], [], ['b64'], 'exp']), b64: false },
    { jwk: keys.rsaJwk },
    { jku: 'http://127.0.0.1:1/jwks.json', x5u: 'http://127.0.0.1:1/key.pem' },
    { cty: 'JWT', zip: 'DEF' },
  ]);
}

/** Header or claims written otherwise, with the same meaning. */
const sameSense: Forger = (token, { random }) =>
  withParts(token, (parts) => {
    const name = random.pick(['header', 'payload'] as const);
    const text = Buffer.from(parts[name], 'base64url').toString();
    const other = random.pick([
      ` ${text}`,
      `${text}\n`,
      `\ufeff${text}`,
      JSON.stringify(JSON.parse(text), null, 1),
      text.replace('{', '{"sub":"campaign",'),
      text.replace('"sub"', '"s\\u0075b"'),
      `${text}\0`,
      `[${text}]`,
    ]);
    return { [name]: encoded(other) };
  });

/** Forgeries by somebody who knows what a token says. */
export const brokenSense: Readonly<Record<string, Forger>> = {
  'other claims': (token, workshop) => rewritten(token, { claims: otherClaims(token, workshop) }),
  'another header': (token, workshop) => rewritten(token, { header: otherHeader(workshop) }),
  'the same written otherwise': sameSense,
  'no signature': (token, { random }) =>
    withParts(
      rewritten(token, { header: { alg: random.pick(['none', 'None', 'NONE', '']) } }),
      () => ({
        signature: random.pick(['', 'AA', partsOf(token).signature]),
      }),
    ),
  'signed with another RSA key': (token, workshop) => {
    const { random, keys } = workshop;
    const change = {
      ...(random.happens(0.7) && { claims: otherClaims(token, workshop) }),
      ...(random.happens(0.5) && {
        header: random.pick<object>([
          { jwk: keys.rsaJwk },
          { kid: random.pick(keys.publicKids) },
          { kid: 'campaign' },
        ]),
      }),
    };
    return signedWith(keys.rsa, rewritten(token, change));
  },
  'signed with another hash': (token, { random, keys }) => {
    const [alg, hash] = random.pick([
      ['RS384', 'sha384'],
      ['RS512', 'sha512'],
      ['RS256', 'sha512'],
      ['RS1', 'sha1'],
    ] as const);
    return signedWith(keys.rsa, rewritten(token, { header: { alg } }), hash);
  },
  'signed with an elliptic key': (token, { random, keys }) =>
    signedWith(keys.ec, rewritten(token, { header: { alg: random.pick(['ES256', 'RS256']) } })),
  'signed with the public key as a secret': (token, { random, keys }) =>
    hashedWith(
      random.pick([...keys.publicTexts, '', 'secret']),
      rewritten(token, { header: { alg: random.pick(['HS256', 'RS256', 'HS512']) } }),
    ),
  'a signature of odd length': (token, { random }) =>
    withParts(token, (parts) => {
      const bytes = Buffer.from(parts.signature, 'base64url');
      const odd = random.pick([
        Buffer.concat([Buffer.alloc(1), bytes]),
        Buffer.concat([bytes, Buffer.alloc(1)]),
        bytes.subarray(1),
        Buffer.alloc(bytes.length),
        Buffer.alloc(bytes.length, 255),
        Buffer.from('01', 'hex'),
      ]);
      return { signature: encoded(odd) };
    }),
  'something else': (token, { random }) => {
    const { header, payload, signature } = partsOf(token);
    return random.pick([
      JSON.stringify({ protected: header, payload, signature }),
      `${header}.${header}.${payload}.${signature}.${signature}`,
      joined({ header: 'e30', payload, signature }),
      joined({ header: encoded('[]'), payload: encoded('[]'), signature }),
      joined({ header: encoded('null'), payload: encoded('null'), signature: '' }),
      joined({ header: encoded('{'.repeat(500)), payload, signature }),
      random.pick(['null', 'undefined', '{}', '[]', '0', '-', '..', '...', 'x'.repeat(2000)]),
    ]);
  },
};
