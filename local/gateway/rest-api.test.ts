import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ManualClock } from '../clock.ts';
import { listen } from '../http/server.ts';
import type { Listening } from '../http/server.ts';
import { tokenIssuer } from '../testing/token-issuer.ts';
import { openRestApi } from './rest-api.ts';
import type { GatewayApi } from './gateway.ts';
import { Throttle, accountLimits } from './throttle.ts';

const userPoolId = 'eu-west-1_Testing01';
const clientId = 'testingclient0000000000001';
const issuer = await tokenIssuer(userPoolId, clientId);
const clock = new ManualClock();
const pool = { userPoolId, clientIds: [clientId], jwks: issuer.jwks };
const throttle = new Throttle(accountLimits, clock);
const shared = { clock, throttle, cors: 'open' as const };
const references = { pools: { '${PeoplePoolArn}': pool }, expressions: {} };

const peopleScheme = {
  type: 'apiKey' as const,
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authorizer': {
    type: 'cognito_user_pools',
    providerARNs: ['${PeoplePoolArn}'],
  },
};

const contract = (operationId: string): Parameters<typeof openRestApi>[0]['contract'] => ({
  stage: '/api',
  definition: {
    openapi: '3.0.3',
    info: { title: 'Probe', version: '1' },
    paths: {
      '/open/{name}': { get: { operationId, responses: {} }, post: { operationId, responses: {} } },
      '/locked': { get: { operationId, security: [{ people: [] }], responses: {} } },
    },
    components: { securitySchemes: { people: peopleScheme } },
  },
});

/** Answers with the event it got; throws, or answers nonsense, when asked to. */
const echo = `export const handler = async (event) => {
  const { answer } = event.queryStringParameters ?? {};
  if (answer === 'throw') throw new Error('on purpose');
  if (answer === 'nothing') return undefined;
  return { statusCode: 200, headers: { ETag: '"1"' }, body: JSON.stringify(event) };
};`;

let folder: string;
let server: Listening;
let restApi: GatewayApi;
let url: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  await writeFile(join(folder, 'show-event.ts'), echo);
  const handlers = pathToFileURL(`${folder}/`);
  restApi = await openRestApi({ contract: contract('showEvent'), references, handlers, ...shared });
  server = await listen(0, (request, response) => void restApi.handle(request, response));
  url = `http://127.0.0.1:${String(server.port)}`;
});

after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function eventOf(path: string, init?: RequestInit): Promise<Record<string, unknown>> {
  return (await (await fetch(url + path, init)).json()) as Record<string, unknown>;
}

describe('the gateway', () => {
  it('refuses without a token as AWS does, and readable for other origins', async () => {
    const response = await fetch(`${url}/api/locked`);
    assert.equal(response.status, 401);
    assert.equal(await response.text(), '{"message":"Unauthorized"}');
    assert.equal(response.headers.get('content-type'), 'application/json');
    assert.equal(response.headers.get('x-amzn-errortype'), 'UnauthorizedException');
    assert.match(response.headers.get('x-amzn-requestid') ?? '', /^[\da-f-]{36}$/);
    assert.ok(response.headers.get('x-amz-apigw-id'));
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
  });

  it('hands the handler an event of the real shape', async () => {
    const token = await issuer.idToken({ 'cognito:groups': ['admin'] });
    const headers = { Authorization: `Bearer ${token}`, 'X-Twice': 'a' };
    const event = await eventOf('/api/locked?b=1&b=2&a=%20', { headers });
    assert.equal(event['resource'], '/locked');
    assert.equal(event['path'], '/locked');
    assert.equal(event['httpMethod'], 'GET');
    assert.deepEqual(event['queryStringParameters'], { b: '2', a: ' ' });
    assert.deepEqual(event['multiValueQueryStringParameters'], { b: ['1', '2'], a: [' '] });
    assert.equal(event['pathParameters'], null);
    assert.equal(event['body'], null);
    const context = event['requestContext'] as Record<string, unknown>;
    assert.equal(context['stage'], 'api');
    assert.equal(context['path'], '/api/locked');
    const { claims } = context['authorizer'] as { claims: Record<string, string> };
    assert.equal(claims['cognito:groups'], 'admin');
    assert.equal(typeof claims['auth_time'], 'string');
  });

  it('takes the time of the request from its clock', async () => {
    clock.advance(5000);
    const event = await eventOf('/api/open/x');
    const { requestTimeEpoch } = event['requestContext'] as { requestTimeEpoch: number };
    assert.ok(requestTimeEpoch - Date.now() > 4_990_000);
  });

  it('decodes path parameters, and passes on what is no encoding', async () => {
    assert.deepEqual((await eventOf('/api/open/a%2Fb'))['pathParameters'], { name: 'a/b' });
    assert.deepEqual((await eventOf('/api/open/100%'))['pathParameters'], { name: '100%' });
  });

  it('answers an unknown path or method as AWS does', async () => {
    for (const [method, path] of [
      ['GET', '/api/unknown'],
      ['DELETE', '/api/locked'],
      ['GET', '/api'],
    ] as const) {
      const bare = await fetch(url + path, { method });
      assert.equal(bare.status, 403);
      assert.equal(await bare.text(), '{"message":"Missing Authentication Token"}');
      const signed = await fetch(url + path, { method, headers: { Authorization: 'Bearer x' } });
      assert.equal(signed.status, 403);
      assert.equal(signed.headers.get('x-amzn-errortype'), 'IncompleteSignatureException');
      assert.match(
        await signed.text(),
        /Invalid key=value pair .missing equal-sign. in Authorization/,
      );
    }
  });

  it('answers a preflight without asking for a token', async () => {
    const response = await fetch(`${url}/api/locked`, { method: 'OPTIONS' });
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-methods'), 'GET,OPTIONS');
    assert.match(response.headers.get('access-control-allow-headers') ?? '', /Authorization/);
  });

  it('refuses a body over 10 MB', async () => {
    const body = 'x'.repeat(10 * 1024 * 1024 + 1);
    const response = await fetch(`${url}/api/open/x`, { method: 'POST', body });
    assert.equal(response.status, 413);
    assert.equal(await response.text(), '{"message":"Request Too Long"}');
  });

  it('stops reading a body of unknown length once it is over 10 MB', async () => {
    const { said, chunks } = await endlessPost();
    assert.match(said, /^HTTP\/1.1 413 /);
    assert.ok(chunks < 1000, `${String(chunks)} chunks of 64 KB`);
  });

  it('answers 502 when a handler throws or answers nothing', async () => {
    const { error } = console;
    console.error = () => undefined;
    for (const answer of ['throw', 'nothing']) {
      const response = await fetch(`${url}/api/open/x?answer=${answer}`);
      assert.equal(response.status, 502);
      assert.equal(await response.text(), '{"message": "Internal server error"}');
    }
    console.error = error;
  });

  it('does not start with an operation that has no handler, and names it', async () => {
    const handlers = pathToFileURL(`${folder}/`);
    const parts = { contract: contract('fetchMoon'), references, handlers, ...shared };
    await assert.rejects(openRestApi(parts), /fetchMoon.*fetch-moon\.ts/);
  });
});

/** Posts chunk after chunk until the other side hangs up; resolves to what it said, after how much. */
function endlessPost(): Promise<{ said: string; chunks: number }> {
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1');
    let said = '';
    let chunks = 0;
    socket.write(
      'POST /api/open/x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const sending = setInterval(() => {
      chunks += 1;
      socket.write(chunk);
    }, 1);
    socket.on('data', (data) => (said += data.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(sending);
      resolve({ said, chunks });
    });
  });
}
