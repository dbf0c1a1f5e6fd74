import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { encoded, inputOf, publicJwk, signed, withHeader } from './token-parts.ts';
import type { Forgery, TokenParts } from './token-parts.ts';

const { privateKey: stranger } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const { privateKey: short } = generateKeyPairSync('rsa', { modulusLength: 1024 });

/** A stranger's signature under a header that brings the key along, or says where it is. */
export function broughtKeys(parts: TokenParts): Forgery[] {
  const { kid } = parts.header;
  const jwk = { ...publicJwk(stranger), kid, alg: 'RS256', use: 'sig' };
  const url = 'http://127.0.0.1:9/keys.json';
  const headers: object[] = [
    {},
    { jwk },
    { jwk: JSON.stringify(jwk) },
    { jwks: { keys: [jwk] } },
    { jku: url },
    { x5u: url },
    { x5c: [encoded('a certificate')] },
    { x5t: encoded('a thumbprint'), 'x5t#S256': encoded('a thumbprint') },
    { jku: url, jwk, x5u: url, x5c: ['AAAA'] },
    { typ: 'JWT', cty: 'JWT' },
    { iss: parts.claims['iss'] },
  ];
  return [
    ...headers.flatMap((more): Forgery[] => [
      [
        `a stranger’s key: ${JSON.stringify(more).slice(0, 60)}`,
        withHeader(parts, { ...parts.header, ...more }, stranger),
      ],
      [
        `a stranger’s key, its own kid: ${JSON.stringify(more).slice(0, 60)}`,
        withHeader(parts, { ...parts.header, kid: 'mine', ...more }, stranger),
      ],
    ]),
    ['a stranger’s short key', withHeader(parts, parts.header, short)],
  ];
}

/** The pool's signature under a kid that is none of its keys'; last, a stranger's with a kid that reaches for something else. */
export function oddKids(parts: TokenParts): Forgery[] {
  const kid = String(parts.header['kid']);
  const kids = [
    undefined,
    null,
    '',
    0,
    1,
    true,
    [kid],
    { kid },
    kid.toUpperCase(),
    ` ${kid}`,
    `${kid} `,
    `${kid}\u0000`,
    kid.slice(0, -1),
    '__proto__',
    'constructor',
    'toString',
    '../../../../dev/null',
    "' OR '1'='1",
    'x'.repeat(2000),
  ];
  return kids.flatMap((odd): Forgery[] => [
    [`kid ${inspect(odd).slice(0, 40)}`, withHeader(parts, { ...parts.header, kid: odd })],
    [
      `kid ${inspect(odd).slice(0, 40)}, by a stranger`,
      withHeader(parts, { ...parts.header, kid: odd }, stranger),
    ],
  ]);
}

/** The pool's signature under a header that asks for what nobody here understands (RFC 7515, 4.1.11; RFC 7797). */
export function criticalHeaders(parts: TokenParts): Forgery[] {
  const { header, claims, key } = parts;
  const plain = `${encoded({ ...header, b64: false, crit: ['b64'] })}.${JSON.stringify(claims)}`;
  const headers: object[] = [
    { crit: ['exp'], exp: claims['exp'] },
    { crit: ['exp'] },
    { crit: ['http://example.test/pay'], 'http://example.test/pay': true },
    { crit: ['b64'], b64: true },
    { crit: ['b64'], b64: false },
    { crit: ['alg'] },
    { crit: [] },
    { crit: null },
    { crit: 'exp' },
    { crit: {} },
    { crit: [1] },
    { b64: false },
  ];
  return [
    ...headers.map((more): Forgery => [
      `header ${JSON.stringify(more)}`,
      withHeader(parts, { ...header, ...more }),
    ]),
    ['a payload that is not encoded', signed(plain, key)],
  ];
}

/** JSON that two readers may read differently, or that is no JSON. */
export function oddJson(parts: TokenParts): Forgery[] {
  const { header, claims, key } = parts;
  const [head, body] = [JSON.stringify(header), JSON.stringify(claims)];
  const { kid } = header;
  const heads: [what: string, text: string][] = [
    ['alg twice, none first', `{"alg":"none","kid":"${String(kid)}","alg":"RS256"}`],
    ['alg twice, none last', `{"alg":"RS256","kid":"${String(kid)}","alg":"none"}`],
    ['kid twice', `{"kid":"other","alg":"RS256","kid":"${String(kid)}"}`],
    ['alg in escapes, twice', `{"\\u0061lg":"none","alg":"RS256","kid":"${String(kid)}"}`],
    ['a list', `[${head}]`],
    ['a text', JSON.stringify(head)],
    ['null', 'null'],
    ['a number', '1'],
    ['nothing', ''],
    ['no JSON', '{alg:"RS256"}'],
    ['a comma too many', head.replace('}', ',}')],
    ['a comment', head.replace('}', '/**/}')],
    ['more behind', `${head}{}`],
    ['a byte order mark', `\ufeff${head}`],
    [
      'a prototype',
      head.replace('}', ',"__proto__":{"alg":"RS256"}}').replace('"alg":"RS256",', ''),
    ],
  ];
  const bodies: [what: string, text: string][] = [
    ['sub twice', body.replace('{', '{"sub":"somebody else",')],
    ['exp twice', body.replace('{', '{"exp":9999999999,')],
    ['a list', `[${body}]`],
    ['null', 'null'],
    ['a text', JSON.stringify(body)],
    ['nothing', ''],
    ['no JSON', body.slice(0, -1)],
    ['more behind', `${body}{}`],
    ['an endless exp', body.replace(/"exp":\d+/, '"exp":1e999')],
    ['a byte order mark', `\ufeff${body}`],
  ];
  return [
    ...heads.map(([what, text]): Forgery => [
      `header: ${what}`,
      signed(`${encoded(text)}.${encoded(body)}`, key),
    ]),
    ...bodies.map(([what, text]): Forgery => [
      `payload: ${what}`,
      signed(`${encoded(head)}.${encoded(text)}`, key),
    ]),
    [
      'payload: no UTF-8',
      signed(
        `${encoded(head)}.${encoded(Buffer.concat([Buffer.from(body.slice(0, -1)), Buffer.from(',"a":"'), Buffer.from([0xff, 0xc0]), Buffer.from('"}')]))}`,
        key,
      ),
    ],
    [
      'header: unsigned, alg twice',
      `${inputOf(`{"alg":"RS256","alg":"none","kid":"${String(kid)}"}`, claims)}.`,
    ],
  ];
}
