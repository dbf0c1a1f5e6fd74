import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ManualClock } from '../clock.ts';
import { listen } from '../http/server.ts';
import type { Listening } from '../http/server.ts';
import { tokenIssuer } from '../testing/token-issuer.ts';
import type { Contract } from './contract.ts';
import type { GatewayApi } from './gateway.ts';
import { openHttpApi } from './http-api.ts';
import { TokenBucket } from '../token-bucket.ts';
import { accountLimits } from './account-limits.ts';

const userPoolId = 'eu-west-1_Testing01';
const clientId = 'testingclient0000000000001';
const issuer = await tokenIssuer(userPoolId, clientId);
const clock = new ManualClock();
const pool = { userPoolId, clientIds: [clientId], jwks: issuer.jwks };
const references = {
  pools: {
    '${OnePoolArn}': pool,
    '${OtherPoolArn}': { ...pool, userPoolId: 'eu-west-1_Another01' },
  },
  expressions: {},
};

const schemeOf = (...providerARNs: string[]): object => ({
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs },
});

function contract(paths: Record<string, object>): Contract {
  const securitySchemes = {
    one: schemeOf('${OnePoolArn}'),
    both: schemeOf('${OtherPoolArn}', '${OnePoolArn}'),
  };
  const info = { title: 'Probe', version: '1' };
  const definition = { openapi: '3.0.3', info, paths, components: { securitySchemes } };
  return { stage: '/not-used', definition: definition as unknown as Contract['definition'] };
}

const operation = { operationId: 'showEvent', responses: {} };
const first = contract({
  '/open/{name}': { get: operation, post: operation },
  '/locked': { get: { ...operation, security: [{ one: [] }] } },
});
const second = contract({
  '/scoped': { get: { ...operation, security: [{ both: ['a/read'] }] } },
});

/** Answers with the event it got; throws, or answers nonsense or never, when asked to. */
const echo = `const answers = {
  bare: { hello: 'there' },
  broken: { statusCode: 'fine' },
  never: new Promise(() => {}),
};
export const handler = async (event) => {
  const { answer } = event.queryStringParameters ?? {};
  if (answer === 'throw') throw new Error('on purpose');
  if (answer) return answers[answer];
  const headers = { ETag: '"1"', 'Access-Control-Allow-Origin': 'https://only.test' };
  return { statusCode: 200, headers, body: JSON.stringify(event) };
};`;

let folder: string;
let server: Listening;
let url: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  await writeFile(join(folder, 'show-event.ts'), echo);
  server = await serverOf(await apiWith({}));
  url = `http://127.0.0.1:${String(server.port)}/http-api`;
});

after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** The API of these tests, or the same with other parts. */
function apiWith(parts: Partial<Parameters<typeof openHttpApi>[0]>): Promise<GatewayApi> {
  return openHttpApi({
    contracts: [first, second],
    references,
    issuers: { both: '${OnePoolArn}' },
    handlers: pathToFileURL(`${folder}/`),
    clock,
    throttle: new TokenBucket(accountLimits, clock),
    cors: 'open',
    timeoutMs: 50,
    ...parts,
  });
}

const serverOf = (api: GatewayApi): Promise<Listening> =>
  listen(0, (request, response) => void api.handle(request, response));

type Json = Record<string, unknown>;

async function eventOf(path: string, init?: RequestInit): Promise<Json> {
  return (await (await fetch(url + path, init)).json()) as Json;
}

async function refusalOf(path: string, init?: RequestInit): Promise<string> {
  const response = await fetch(url + path, init);
  assert.match(response.headers.get('apigw-requestid') ?? '', /^[\w-]{15}=$/);
  assert.ok(response.headers.get('x-presspass-reason'));
  return `${String(response.status)} ${await response.text()}`;
}

describe('the event of an HTTP API', () => {
  it('has the shape of payload format 2.0', async () => {
    const headers = { 'X-Twice': 'a', Cookie: 'a=1; b=2', 'User-Agent': 'probe' };
    const event = await eventOf('/open/a%20b?x=1&x=2&y=%20', { headers });
    assert.equal(event['version'], '2.0');
    assert.equal(event['routeKey'], 'GET /open/{name}');
    assert.equal(event['rawPath'], '/open/a%20b');
    assert.equal(event['rawQueryString'], 'x=1&x=2&y=%20');
    assert.deepEqual(event['queryStringParameters'], { x: '1,2', y: ' ' });
    assert.deepEqual(event['pathParameters'], { name: 'a b' });
    assert.deepEqual(event['cookies'], ['a=1', 'b=2']);
    assert.equal((event['headers'] as Json)['x-twice'], 'a');
    assert.equal((event['headers'] as Json)['cookie'], undefined);
    const context = event['requestContext'] as Json;
    assert.equal(context['stage'], '$default');
    assert.equal(context['authorizer'], undefined);
    assert.equal((context['http'] as Json)['path'], '/open/a%20b');
    assert.equal((context['http'] as Json)['userAgent'], 'probe');
    assert.ok(Math.abs(Number(context['timeEpoch']) - clock.now()) < 10_000);
  });

  it('leaves out what there is none of', async () => {
    const event = await eventOf('/locked', { headers: { Authorization: await issuer.idToken() } });
    for (const name of ['cookies', 'queryStringParameters', 'pathParameters', 'body']) {
      assert.equal(name in event, false, name);
    }
    assert.equal(event['isBase64Encoded'], false);
  });

  it('carries the id that the answer carries', async () => {
    const response = await fetch(`${url}/open/x`);
    const { requestContext } = (await response.json()) as { requestContext: Json };
    assert.equal(requestContext['requestId'], response.headers.get('apigw-requestid'));
  });

  it('carries claims as strings, groups in brackets, and the scopes of a route that has some', async () => {
    const idToken = await issuer.idToken({ 'cognito:groups': ['admin', 'editors'] });
    const authorizerOf = async (path: string, token: string): Promise<Json> => {
      const event = await eventOf(path, { headers: { Authorization: token } });
      const { authorizer } = event['requestContext'] as { authorizer: { jwt: Json } };
      return authorizer.jwt;
    };
    const jwt = await authorizerOf('/locked', idToken);
    assert.equal((jwt['claims'] as Json)['cognito:groups'], '[admin editors]');
    assert.equal(jwt['scopes'], null);
    const scoped = await authorizerOf('/scoped', await issuer.accessToken('a/read b/write'));
    assert.deepEqual(scoped['scopes'], ['a/read', 'b/write']);
  });

  it('has JSON as it was sent, and anything else in Base64', async () => {
    const post = (type: string): Promise<Json> =>
      eventOf('/open/x', { method: 'POST', body: 'a=1', headers: { 'Content-Type': type } });
    const json = await post('application/json; charset=utf-8');
    assert.deepEqual([json['body'], json['isBase64Encoded']], ['a=1', false]);
    const form = await post('application/x-www-form-urlencoded');
    assert.deepEqual([form['body'], form['isBase64Encoded']], ['YT0x', true]);
  });
});

describe('an HTTP API', () => {
  it('refuses in its own words', async () => {
    assert.equal(await refusalOf('/locked'), '401 {"message":"Unauthorized"}');
    const headers = { Authorization: await issuer.accessToken('b/write') };
    assert.equal(await refusalOf('/scoped', { headers }), '403 {"message":"Forbidden"}');
    for (const path of ['/moon', '/scoped/x', '']) {
      assert.equal(await refusalOf(path, { headers }), '404 {"message":"Not Found"}');
    }
    const deleting = refusalOf('/locked', { method: 'DELETE' });
    assert.equal(await deleting, '404 {"message":"Not Found"}');
  });

  it('answers for functions that throw, answer nonsense or never answer', async () => {
    const { error } = console;
    console.error = () => undefined;
    const failed = '500 {"message":"Internal Server Error"}';
    assert.equal(await refusalOf('/open/x?answer=throw'), failed);
    console.error = error;
    assert.equal(await refusalOf('/open/x?answer=broken'), failed);
    const late = '503 {"message":"Service Unavailable"}';
    assert.equal(await refusalOf('/open/x?answer=never'), late);
  });

  it('sends what a function returns without a status as the body of a 200', async () => {
    assert.deepEqual(await eventOf('/open/x?answer=bare'), { hello: 'there' });
  });

  it('refuses what is too large', async () => {
    const body = 'x'.repeat(10 * 1024 * 1024 + 1);
    const tooLarge = '413 {"message":"Request Entity Too Large"}';
    assert.equal(await refusalOf('/open/x', { method: 'POST', body }), tooLarge);
    const headers = { 'X-Big': 'x'.repeat(10_240) };
    assert.match(await refusalOf('/open/x', { headers }), /^431 /);
  });

  it('throttles with 429', async (t) => {
    const throttle = new TokenBucket({ rate: 1, burst: 1 }, { now: () => 0 });
    const own = await serverOf(await apiWith({ throttle }));
    t.after(() => own.close());
    const ask = (): Promise<Response> =>
      fetch(`http://127.0.0.1:${String(own.port)}/http-api/open/x`);
    assert.equal((await ask()).status, 200);
    const second = await ask();
    assert.equal(second.status, 429);
    assert.equal(await second.text(), '{"message":"Too Many Requests"}');
  });

  it('does not start when two contracts have the same route', async () => {
    await assert.rejects(apiWith({ contracts: [first, first] }), /GET \/open\/\{name\}/);
  });

  it('does not start when nobody says who issues for a scheme with two pools', async () => {
    await assert.rejects(apiWith({ issuers: {} }), /one issuer.*both/);
  });
});

describe('CORS at an HTTP API', () => {
  const Origin = 'https://page.test';
  const asking = { Origin, 'Access-Control-Request-Method': 'GET' };

  it('is the gateway’s own, whatever the function says', async () => {
    const response = await fetch(`${url}/open/x`, { headers: { Origin } });
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.equal(response.headers.get('etag'), '"1"');
  });

  it('is on refusals too, with the reason readable', async () => {
    const response = await fetch(`${url}/locked`, { headers: { Origin } });
    assert.equal(response.status, 401);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    const exposed = response.headers.get('access-control-expose-headers') ?? '';
    assert.match(exposed, /x-presspass-reason/);
  });

  it('is left out for who is no page', async () => {
    const response = await fetch(`${url}/open/x`);
    assert.equal(response.headers.get('access-control-allow-origin'), null);
  });

  it('answers a preflight without a token, and only a preflight', async () => {
    const response = await fetch(`${url}/locked`, { method: 'OPTIONS', headers: asking });
    assert.equal(response.status, 204);
    assert.match(response.headers.get('access-control-allow-methods') ?? '', /GET/);
    assert.match(response.headers.get('access-control-allow-headers') ?? '', /Authorization/);
    assert.equal((await fetch(`${url}/locked`, { method: 'OPTIONS' })).status, 404);
  });

  it('is nowhere but in the function’s answers when nobody has configured it', async (t) => {
    const own = await serverOf(await apiWith({ cors: 'fresh' }));
    t.after(() => own.close());
    const bare = `http://127.0.0.1:${String(own.port)}/http-api`;
    const open = await fetch(`${bare}/open/x`, { headers: { Origin } });
    assert.equal(open.headers.get('access-control-allow-origin'), 'https://only.test');
    const locked = await fetch(`${bare}/locked`, { headers: { Origin } });
    assert.equal(locked.headers.get('access-control-allow-origin'), null);
    const preflight = await fetch(`${bare}/locked`, { method: 'OPTIONS', headers: asking });
    assert.equal(preflight.status, 404);
  });
});
