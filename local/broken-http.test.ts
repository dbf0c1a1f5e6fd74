import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { newsOperations } from '../contract/generated/news-operations.ts';
import { servicesOperations } from '../contract/generated/services-operations.ts';
import { APP_CLIENT_IDS, PEOPLE_POOL_ID } from './seed/identities.ts';
import { startStandIn } from './stand-in.ts';
import type { StandIn } from './stand-in.ts';
import { rawCall } from './testing/raw-call.ts';
import type { RawAnswer, RawCall } from './testing/raw-call.ts';
import { editorsIdToken } from './testing/sign-in.ts';

let folder: string;
let standIn: StandIn;
let tokens: Record<'none' | 'id' | 'access', string>;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  standIn = await startStandIn({ folder, port: 0, articles: 'none' });
  tokens = { none: '', id: await editorsIdToken(standIn.url), access: await wireToken() };
});

after(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const json = { 'Content-Type': 'application/json' };

async function wireToken(): Promise<string> {
  const about = (await (await fetch(`${standIn.url}/about.json`)).json()) as {
    clients: Record<string, { id: string; secret: string }>;
  };
  const { id = '', secret = '' } = about.clients['wire'] ?? {};
  const body = `grant_type=client_credentials&client_id=${id}&client_secret=${secret}`;
  const answer = await rawCall(standIn.port, {
    method: 'POST',
    path: '/oauth2/token',
    headers: form,
    body,
  });
  return (JSON.parse(answer.body) as { access_token: string }).access_token;
}

/** Sends a broken request; the answer must be a refusal in words, without tokens and without our innards. */
async function refused(call: RawCall): Promise<RawAnswer> {
  const answer = await rawCall(standIn.port, call);
  const shown = `${call.method} ${call.path.slice(0, 80)} ${JSON.stringify(call.headers ?? {}).slice(0, 80)}`;
  const said = `${shown} ${String(call.body ?? '').slice(0, 60)} → ${answer.status} ${answer.body.slice(0, 200)}`;
  assert.ok(answer.status < 500, said);
  expectNoSecret(answer, said);
  return answer;
}

/** A JWT, a refresh token, a token's name or an authorization code. A request id may happen to begin as a JWT does. */
const secrets = /eyJ[\w-]+\.eyJ|[\da-f]{96}|"(access|refresh|id)_token"|[?&#]code=/;

function expectNoSecret({ headers, body }: RawAnswer, said: string): void {
  const everything = `${JSON.stringify(headers)}${body}`;
  assert.doesNotMatch(everything, secrets, said);
  assert.doesNotMatch(everything, /\.ts:\d|node:internal|node_modules|SQLITE/, said);
}

const deep = '['.repeat(100_000) + ']'.repeat(100_000);
const megabyte = 'x'.repeat(2 ** 20);

const hostileBodies = [
  '{',
  'null',
  '7',
  '"text"',
  '[]',
  '[{}]',
  deep,
  `{"a":${deep}}`,
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{}}}',
  '{"a":"\\ud800"}',
  '\u0000',
  '{}garbage',
  `{"a":"${megabyte}"}`,
  '<xml/>',
  Buffer.from([0xff, 0xfe, 0x00, 0xd8]),
];

const hostileQueries = [
  '?%',
  '?%zz=%zz',
  '?%00=%00',
  '?__proto__=1',
  '?constructor[prototype]=1',
  '?a=1&a=2',
  `?a=${'x'.repeat(5000)}`,
  '?limit=1e308',
  '?%ff%fe=1',
];

const hostileHeaders: Record<string, string | string[]>[] = [
  { Authorization: '' },
  { Authorization: 'Bearer' },
  { Authorization: 'Bearer ' },
  { Authorization: 'Basic Og==' },
  { Authorization: 'Bearer null' },
  { Authorization: '..' },
  { Authorization: 'eyJ.eyJ.eyJ'.replaceAll('eyJ', 'e30') },
  { Authorization: `Bearer ${'x'.repeat(9000)}` },
  { Authorization: 'Bearer \u00ff\u00fe' },
  { 'Content-Type': 'text/xml' },
  { 'Content-Type': 'application/json; charset=utf-16' },
  { 'Content-Type': '' },
  { 'If-None-Match': '"' },
  { 'If-None-Match': 'x'.repeat(4000) },
  { 'Content-Encoding': 'gzip' },
  { 'X-Forwarded-For': "' OR 1=1 --" },
];

const hostileIds = [
  '%',
  '%00',
  '%2e%2e%2f',
  '__proto__',
  '%ff',
  'x'.repeat(4000),
  '%F0%9F%98%80',
  ' '.replace(' ', '%20'),
];

const routes = Object.entries({ ...newsOperations, ...servicesOperations }).flatMap(
  ([operationId, { method, path, token }]) => [
    { operationId, method, path, token },
    { operationId, method, path: path.replace(/^\/[^/]+/, '/http-api'), token },
  ],
);
const id = '0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30';

describe('every route of the gateways refuses what is broken, with a token and without', () => {
  for (const { operationId, method, path, token } of routes) {
    it(`${method} ${path} (${operationId})`, async () => {
      const at = path.replace('{id}', id);
      const authorized = (): Record<string, string> =>
        token === 'none' ? {} : { Authorization: tokens[token] };
      for (const body of hostileBodies) {
        await refused({ method, path: at, headers: { ...authorized(), ...json }, body });
        await refused({ method, path: at, headers: json, body });
      }
      for (const query of hostileQueries) {
        const headers = authorized();
        await refused({ method, path: at + query, headers });
        await refused({ method, path: at + query });
      }
      for (const hostile of hostileHeaders) {
        const headers = { ...authorized(), ...hostile };
        await refused({ method, path: `${at}?unknown`, headers, body: '{' });
      }
      for (const hostile of path.includes('{id}') ? hostileIds : []) {
        const headers = authorized();
        await refused({ method, path: path.replace('{id}', hostile), headers });
      }
    });
  }

  it('what is no route at all', async () => {
    for (const path of ['/api', '/api/', '/api//news', '/api/%', '/services/..', '/http-api/%00']) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE']) {
        await refused({ method, path, headers: json, body: '{' });
        await refused({ method, path, headers: { Authorization: tokens.id } });
      }
    }
  });
});

describe("every endpoint of the pools' domain refuses what is broken", () => {
  const web = APP_CLIENT_IDS['presspass-web'];
  const callback = encodeURIComponent('http://localhost:4200/sign-in');
  const endpoints: [method: string, path: string, parameters: string[]][] = [
    [
      'POST',
      '/oauth2/token',
      ['grant_type=client_credentials', 'client_id=x', 'client_secret=y', 'scope=news/write'],
    ],
    [
      'POST',
      '/oauth2/token',
      [
        'grant_type=authorization_code',
        `client_id=${web}`,
        'code=x',
        `redirect_uri=${callback}`,
        'code_verifier=z',
      ],
    ],
    ['POST', '/oauth2/token', ['grant_type=refresh_token', `client_id=${web}`, 'refresh_token=x']],
    ['POST', '/oauth2/revoke', [`client_id=${web}`, 'token=x']],
    ['GET', '/oauth2/userInfo', []],
    ['POST', '/oauth2/userInfo', []],
    [
      'GET',
      '/oauth2/authorize',
      [
        'response_type=code',
        `client_id=${web}`,
        `redirect_uri=${callback}`,
        'scope=openid',
        'state=s',
        'code_challenge=abc',
        'code_challenge_method=S256',
      ],
    ],
    ['GET', '/login', ['response_type=code', `client_id=${web}`, `redirect_uri=${callback}`]],
    ['POST', '/login', ['username=editor@presspass.test', 'password=wrong', 'csrf=x']],
    ['GET', '/logout', [`client_id=${web}`, `logout_uri=${callback}`]],
  ];
  const hostileValues = [
    '',
    '%',
    '%00',
    '%zz',
    '__proto__',
    'x'.repeat(20_000),
    '%ff',
    '%0d%0aSet-Cookie:%20a=b',
    "' OR 1=1 --".replaceAll(' ', '%20'),
    'null',
    '[]',
    'constructor',
  ];

  /** Each parameter missing, broken and doubled. */
  function breaksOf(parameters: readonly string[]): string[] {
    const joined = (list: readonly string[]): string => list.join('&');
    return parameters.flatMap((parameter, index) => {
      const [name = ''] = parameter.split('=');
      const others = parameters.toSpliced(index, 1);
      return [
        joined(others),
        joined([...parameters, parameter]),
        ...hostileValues.map((value) => joined([...others, `${name}=${value}`])),
      ];
    });
  }

  for (const [method, path, parameters] of endpoints) {
    it(`${method} ${path} ${parameters[0] ?? ''}`, async () => {
      const broken = [...breaksOf(parameters), '__proto__=1', '&&&', '=', '%', 'x'.repeat(100_000)];
      for (const text of broken) {
        if (method === 'GET') await refused({ method, path: `${path}?${text.slice(0, 12_000)}` });
        else await refused({ method, path, headers: form, body: text });
      }
      for (const body of hostileBodies) {
        await refused({ method: 'POST', path, headers: json, body });
        await refused({ method: 'POST', path, headers: form, body });
      }
      for (const headers of hostileHeaders) {
        await refused({
          method,
          path,
          headers: { ...form, ...headers },
          body: parameters.join('&'),
        });
      }
      for (const cookie of ['a', '=', 'cognito=%', `cognito=${'x'.repeat(4000)}`, '__proto__=1']) {
        const headers = { ...form, Cookie: cookie };
        await refused({ method, path, headers, body: parameters.join('&') });
      }
      for (const other of ['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']) {
        await refused({ method: other, path });
      }
    });
  }
});

describe('the door of the user pools refuses what is broken', () => {
  const target = (name: string): Record<string, string> => ({
    'Content-Type': 'application/x-amz-json-1.1',
    'X-Amz-Target': `AWSCognitoIdentityProviderService.${name}`,
  });

  it('bodies', async () => {
    for (const body of hostileBodies) {
      for (const name of ['InitiateAuth', 'SignUp', 'GetUser']) {
        const call = { method: 'POST', path: '/', headers: target(name), body };
        const answer = await refused(call);
        assert.ok(answer.status >= 400, `${name} ${String(body).slice(0, 60)}`);
        assert.ok((JSON.parse(answer.body) as { __type?: string }).__type);
      }
    }
  });

  it('names', async () => {
    for (const name of ['', '.', 'a.b', '__proto__', 'constructor', 'x'.repeat(4000), '%00']) {
      const call = { method: 'POST', path: '/', headers: target(name), body: '{}' };
      assert.equal((await refused(call)).status, 400);
    }
  });

  it('values that would break the answer’s own headers', async () => {
    for (const Username of ['a\r\nX-Injected: b', '\u0000', '\ud800', '😀', '\u202e']) {
      const body = JSON.stringify({ ClientId: APP_CLIENT_IDS['presspass-cli'], Username });
      const call = { method: 'POST', path: '/', headers: target('ForgotPassword'), body };
      const { headers } = await refused(call);
      assert.equal(headers['x-injected'], undefined);
    }
  });

  it("a pool's documents", async () => {
    for (const pool of ['x', '__proto__', 'constructor', '%', PEOPLE_POOL_ID.toUpperCase()]) {
      for (const name of ['jwks.json', 'openid-configuration', 'constructor']) {
        const { status } = await refused({ method: 'GET', path: `/${pool}/.well-known/${name}` });
        assert.equal(status, 404);
      }
    }
  });
});
