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
import { TokenBucket } from '../token-bucket.ts';
import { accountLimits } from './account-limits.ts';

const userPoolId = 'eu-west-1_Testing01';
const clientId = 'testingclient0000000000001';
const issuer = await tokenIssuer(userPoolId, clientId);
const clock = new ManualClock();
const pool = { userPoolId, clientIds: [clientId], jwks: issuer.jwks };
const throttle = new TokenBucket(accountLimits, clock);
const shared = { clock, throttle, cors: 'open' as const, timeoutMs: 50 };
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

/** Answers with the event it got; throws, refuses, or answers nonsense or never, when asked to. */
const echo = `const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag' };
const answers = {
  nothing: undefined,
  'no-status': { body: '{}' },
  'bodiless-object': { statusCode: 200, body: {} },
  refusal: { statusCode: 403, headers: cors, body: '{"message":"No."}' },
  never: new Promise(() => {}),
};
export const handler = async (event) => {
  const { answer } = event.queryStringParameters ?? {};
  if (answer === 'throw') throw new Error('on purpose');
  if (answer === 'promote') event.requestContext.authorizer.claims['cognito:groups'] = 'admin';
  else if (answer) return answers[answer];
  return { statusCode: 200, headers: { ETag: '"1"', ...cors }, body: JSON.stringify(event) };
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

  it('reads an Authorization header on an unknown path as an AWS signature, and does not repeat it', async () => {
    const messageFor = async (Authorization: string): Promise<string> =>
      (await fetch(`${url}/api/moon`, { headers: { Authorization } })).text();
    assert.match(await messageFor('Bearer secret'), /^\{"message":"Invalid key=value pair/);
    for (const header of ['secret', 'Basic c2VjcmV0Cg==']) {
      const message = await messageFor(header);
      assert.match(message, /requires 'Credential' parameter\..* Authorization=[\w+/]{43}="\}$/);
      assert.equal(message.includes(header), false);
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
    for (const [answer, reason] of [
      [
        'throw',
        /^the function showEvent \(show-event\.ts\) failed: Error at handler \(show-event\.ts:11\): on purpose$/,
      ],
      [
        'nothing',
        /^showEvent \(show-event\.ts\) answered undefined: the function answered what is no answer/,
      ],
    ] as const) {
      const response = await fetch(`${url}/api/open/x?answer=${answer}`);
      assert.equal(response.status, 502);
      assert.equal(await response.text(), '{"message": "Internal server error"}');
      assert.match(response.headers.get('x-presspass-reason') ?? '', reason);
    }
    console.error = error;
  });

  it('does not start with an operation that has no handler, and names it', async () => {
    const handlers = pathToFileURL(`${folder}/`);
    const parts = { contract: contract('fetchMoon'), references, handlers, ...shared };
    await assert.rejects(openRestApi(parts), /fetchMoon.*fetch-moon\.ts/);
  });

  it('answers 502 to what is no answer of a proxy integration', async () => {
    for (const answer of ['bodiless-object', 'no-status']) {
      const response = await fetch(`${url}/api/open/x?answer=${answer}`);
      assert.equal(response.status, 502);
      assert.match(response.headers.get('x-presspass-reason') ?? '', /no answer of a proxy/);
    }
  });

  it('answers 504 when a function takes too long', async () => {
    const response = await fetch(`${url}/api/open/x?answer=never`);
    assert.equal(response.status, 504);
    assert.equal(await response.text(), '{"message":"Endpoint request timed out"}');
    assert.match(response.headers.get('x-presspass-reason') ?? '', /not answered for 0.05 s/);
  });

  it('says what the function said when that refuses, and lets pages read it', async () => {
    const response = await fetch(`${url}/api/open/x?answer=refusal`);
    assert.equal(response.status, 403);
    assert.equal(response.headers.get('x-presspass-reason'), 'the function answered this: No.');
    const exposed = response.headers.get('access-control-expose-headers');
    assert.equal(exposed, 'ETag,x-presspass-reason');
  });

  it('never repeats the token in its reason', async () => {
    const token = await issuer.idToken({ aud: 'another' });
    const response = await fetch(`${url}/api/locked`, { headers: { Authorization: token } });
    assert.equal(response.status, 401);
    const headers = JSON.stringify([...response.headers]);
    for (const piece of token.split('.')) assert.equal(headers.includes(piece), false);
  });

  it('hands a function claims of its own', async () => {
    const exp = Math.floor(clock.now() / 1000) + 60;
    const token = await issuer.idToken({ 'cognito:groups': ['sport'], exp });
    const headers = { Authorization: token };
    await fetch(`${url}/api/locked?answer=promote`, { headers });
    const event = await eventOf('/api/locked', { headers });
    const { authorizer } = event['requestContext'] as { authorizer: { claims: object } };
    assert.equal((authorizer.claims as Record<string, string>)['cognito:groups'], 'sport');
  });

  it('refuses more than 10,240 bytes of request line and headers', async () => {
    const headers = { 'X-Big': 'x'.repeat(10_240) };
    const response = await fetch(`${url}/api/open/x`, { headers });
    assert.equal(response.status, 431);
    assert.equal(await response.text(), 'HTTP header is larger than 10240 bytes.');
    const nearly = await fetch(`${url}/api/open/x`, { headers: { 'X-Big': 'x'.repeat(9_800) } });
    assert.equal(nearly.status, 200);
  });

  it('throttles with 429', async () => {
    const slow = new TokenBucket({ rate: 1, burst: 2 }, { now: () => 0 });
    const narrow = await restApiWith({ throttle: slow });
    const statuses = await statusesOf(narrow, ['/api/open/x', '/api/open/x', '/api/open/x']);
    assert.deepEqual(
      statuses.map(({ status }) => status),
      [200, 200, 429],
    );
    const third = statuses[2];
    assert.equal(third?.body, '{"message":"Too Many Requests"}');
    assert.equal(third.headers.get('x-amzn-errortype'), 'TooManyRequestsException');
  });

  it('leaves CORS out of its own answers when it is fresh, and out of nothing else', async () => {
    const fresh = await restApiWith({ cors: 'fresh' });
    const refusals = await statusesOf(fresh, ['/api/locked', '/api/moon']);
    for (const { headers } of refusals) {
      assert.equal(headers.get('access-control-allow-origin'), null);
      assert.equal(headers.get('access-control-expose-headers'), null);
    }
    const [open] = await statusesOf(fresh, ['/api/open/x']);
    assert.equal(open?.headers.get('access-control-allow-origin'), '*');
  });

  it('does not start with a method whose lock it does not understand, and names it', async () => {
    const definition = contract('showEvent').definition;
    const attempt = restApiWith({
      contract: { stage: '/api', definition: { ...definition, components: {} } },
    });
    await assert.rejects(attempt, /showEvent/);
  });
});

/** The same API with other parts, for one test. */
function restApiWith(parts: Partial<Parameters<typeof openRestApi>[0]>): Promise<GatewayApi> {
  const handlers = pathToFileURL(`${folder}/`);
  return openRestApi({
    contract: contract('showEvent'),
    references,
    handlers,
    ...shared,
    ...parts,
  });
}

interface Said {
  status: number;
  headers: Headers;
  body: string;
}

/** Asks an API of its own, one path after the other. */
async function statusesOf(api: GatewayApi, paths: string[]): Promise<Said[]> {
  const own = await listen(0, (request, response) => void api.handle(request, response));
  const said: Said[] = [];
  for (const path of paths) {
    const response = await fetch(`http://127.0.0.1:${String(own.port)}${path}`);
    said.push({ status: response.status, headers: response.headers, body: await response.text() });
  }
  await own.close();
  return said;
}

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
