import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { APP_CLIENT_IDS, PEOPLE_POOL_ID, SERVICES_POOL_ID } from './seed/identities.ts';
import { startStandIn } from './stand-in.ts';
import type { StandIn } from './stand-in.ts';
import { callCognito } from './testing/sign-in.ts';

let folder: string;
let standIn: StandIn;
let url: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  standIn = await startStandIn({ folder, port: 0, articles: 'none' });
  url = standIn.url;
});

after(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

const signed = {
  Authorization: 'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c',
};
const keysPath = `/${PEOPLE_POOL_ID}/.well-known/jwks.json`;
const json = async (path: string): Promise<unknown> => (await fetch(url + path)).json();

async function errorOf(response: Response): Promise<unknown> {
  const { __type: type } = (await response.json()) as { __type: string };
  assert.equal(response.headers.get('x-amzn-errortype'), `${type}:`);
  return { status: response.status, type };
}

/** GET with a Host header of one's own, which fetch does not allow. */
function statusFor(host: string, path = '/about.json'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = standIn;
    request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

/** Sends a part of a request, and hangs up once the stand-in has begun to read it. */
async function breakOff(part: string): Promise<void> {
  const socket = connect(standIn.port, '127.0.0.1');
  // An answered request on the same connection says that what came before it has been taken in.
  socket.write(`GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n${part}`);
  await once(socket, 'data');
  socket.destroy();
  await once(socket, 'close');
}

describe('the door', () => {
  it('configures the app without any secret', async () => {
    const outputs = (await json('/amplify_outputs.json')) as {
      version: string;
      auth: Record<string, unknown>;
      custom: unknown;
    };
    assert.equal(outputs.version, '1.4');
    assert.equal(outputs.auth['user_pool_id'], PEOPLE_POOL_ID);
    assert.equal(outputs.auth['user_pool_client_id'], APP_CLIENT_IDS['presspass-web']);
    assert.deepEqual(outputs.custom, { local: { endpoint: url, domain: url } });
    const { oauth } = outputs.auth as { oauth: Record<string, unknown> };
    assert.equal(oauth['domain'], new URL(url).host);
    assert.deepEqual(oauth['redirect_sign_in_uri'], ['http://localhost:4200/sign-in']);
    assert.equal(oauth['response_type'], 'code');
    assert.doesNotMatch(JSON.stringify(outputs), /secret/i);
  });

  it('tells what is here', async () => {
    const about = (await json('/about.json')) as Record<string, unknown>;
    assert.deepEqual(about['pools'], { people: PEOPLE_POOL_ID, services: SERVICES_POOL_ID });
    const clients = about['clients'] as Record<string, { secret?: string }>;
    assert.match(clients['wire']?.secret ?? '', /^[a-z0-9]{51}$/);
    assert.equal(clients['presspass-web']?.secret, undefined);
    assert.deepEqual(await json('/health'), { status: 'ok' });
  });

  it('gives any page genuine tokens that ended an hour ago, and that no door takes', async () => {
    const response = await fetch(`${url}/expired-tokens.json`);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const tokens = (await response.json()) as { id: string; access: string };
    const keys = createLocalJWKSet((await json(keysPath)) as JSONWebKeySet);
    for (const [use, token] of Object.entries(tokens)) {
      const { exp = 0 } = decodeJwt(token);
      assert.ok(Math.abs(Date.now() / 1000 - 3600 - exp) < 60, use);
      const currentDate = new Date((exp - 1) * 1000);
      const { payload } = await jwtVerify(token, keys, { currentDate });
      assert.equal(payload['token_use'], use);
      const headers = { Authorization: `Bearer ${token}` };
      const refused = await fetch(`${url}/api/me`, { headers });
      assert.equal(refused.status, 401);
      assert.match(await refused.text(), use === 'id' ? /expired/ : /Unauthorized/);
    }
    const asked = await callCognito(url, 'GetUser', { AccessToken: tokens.access });
    assert.match(await asked.text(), /Access Token has expired/);
  });

  it('shows where to look, and every link leads somewhere', async () => {
    const page = await (await fetch(url)).text();
    const links = [...page.matchAll(/href="(\/[^"]*)"/g)].map(([, path = '']) => path);
    assert.ok(links.includes('/mailbox'));
    for (const link of links) assert.equal((await fetch(`${url}${link}`)).status, 200, link);
  });

  it('publishes the keys of a pool to every origin, and knows no other pool', async () => {
    const response = await fetch(`${url}/${PEOPLE_POOL_ID}/.well-known/jwks.json`);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.ok(Array.isArray(((await response.json()) as { keys: unknown }).keys));
    assert.equal((await fetch(`${url}/eu-west-1_Unknown01/.well-known/jwks.json`)).status, 404);
  });

  it('answers to the names of this machine only', async () => {
    for (const host of ['localhost:4300', '127.0.0.1']) assert.equal(await statusFor(host), 200);
    for (const host of ['evil.test', 'localhost.evil.test', '127.0.0.1.nip.test:4300']) {
      assert.equal(await statusFor(host), 403);
    }
  });

  it('keeps its own documents from pages of other origins', async () => {
    for (const path of ['/about.json', '/mailbox.json', '/mailbox', '/amplify_outputs.json']) {
      const response = await fetch(url + path, { headers: { Origin: 'https://evil.test' } });
      assert.equal(response.headers.get('access-control-allow-origin'), null);
    }
  });

  it('shows mails as text, in a page that runs nothing', async () => {
    const response = await fetch(`${url}/mailbox`);
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  });

  it('does not move time unless it was started for that', async () => {
    const body = '{"advanceSeconds":1}';
    assert.equal((await fetch(`${url}/clock`, { method: 'POST', body })).status, 404);
  });

  it('takes a path as it was sent: what is handed on below /api stays below /api', async () => {
    const paths = ['/api/../mailbox.json', '/api/%2e%2e/about.json', '/api/..', '/api\\..\\health'];
    for (const path of paths)
      assert.ok([403, 404].includes((await statusFor('localhost', path)) ?? 0), path);
  });

  it('has no defect with a host that is none', async () => {
    assert.equal(await statusFor('localhost:99999', '/api/news'), 403);
  });

  it('takes a sender who breaks off for no defect', async (context) => {
    const shown = context.mock.method(console, 'error', () => undefined);
    const target = 'X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth\r\n';
    for (const line of ['POST /api/user-sign-in', 'POST /http-api/user-sign-in', 'POST /']) {
      await breakOff(`${line} HTTP/1.1\r\nHost: localhost\r\n${target}Content-Length: 9\r\n\r\n{`);
    }
    assert.deepEqual(await json('/health'), { status: 'ok' });
    assert.equal(shown.mock.callCount(), 0);
  });

  it('stays up after requests that make no sense', async () => {
    for (const path of ['/%', '//', '/api//', '/%2e%2e/', '/constructor', '/__proto__']) {
      assert.ok((await fetch(url + path)).status < 500, path);
    }
    assert.equal((await fetch(url, { method: 'PUT' })).status, 405);
    assert.deepEqual(await json('/health'), { status: 'ok' });
  });
});

describe('the endpoint of the user pools', () => {
  it('allows the headers that Amplify sends', async () => {
    const response = await fetch(url, { method: 'OPTIONS', headers: { Origin: 'https://a.test' } });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    const allowed = (response.headers.get('access-control-allow-headers') ?? '').toLowerCase();
    for (const header of [
      'content-type',
      'x-amz-target',
      'x-amz-user-agent',
      'cache-control',
      'amz-sdk-request',
      'amz-sdk-invocation-id',
    ]) {
      assert.ok(allowed.split(',').includes(header), header);
    }
  });

  it('answers errors as AWS does, readable for any origin', async () => {
    const response = await callCognito(url, 'InitiateAuth', {}, { Origin: 'https://a.test' });
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.match(response.headers.get('access-control-expose-headers') ?? '', /x-amzn-ErrorType/);
    assert.equal(response.headers.get('content-type'), 'application/x-amz-json-1.1');
    assert.deepEqual(await errorOf(response), { status: 400, type: 'InvalidParameterException' });
  });

  it('refuses JSON that is broken or no object', async () => {
    for (const body of ['{', '[]', '7', '']) {
      const response = await callCognito(url, 'InitiateAuth', body);
      assert.deepEqual(await errorOf(response), { status: 400, type: 'SerializationException' });
    }
  });

  it('refuses a body over 1 MB', async () => {
    const response = await callCognito(url, 'SignUp', 'x'.repeat(1024 * 1024 + 1));
    assert.equal(response.status, 413);
  });

  it('answers a long text with headers that clients can take', async () => {
    const headers = { 'X-Amz-Target': 'x'.repeat(30_000) };
    const response = await fetch(url, { method: 'POST', headers, body: '{}' });
    assert.equal(response.status, 400);
    assert.match(await response.text(), /x{30000}/);
  });

  it('fails by its name what it does not emulate', async () => {
    const operation = await callCognito(url, 'SetUserSettings', {});
    assert.equal(operation.status, 400);
    assert.match(await operation.text(), /SetUserSettings/);
    const headers = { 'X-Amz-Target': 'AmazonSQS.SendMessage' };
    const service = await fetch(url, { method: 'POST', headers, body: '{}' });
    assert.match(await service.text(), /AmazonSQS\.SendMessage/);
  });

  for (const operation of ['AdminAddUserToGroup', 'ListUsers', 'CreateUserPoolClient']) {
    it(`keeps ${operation} from web pages and from unsigned requests`, async () => {
      const input = { UserPoolId: PEOPLE_POOL_ID };
      const fromPage = await callCognito(url, operation, input, {
        ...signed,
        Origin: 'http://localhost:4200',
      });
      assert.deepEqual(await errorOf(fromPage), { status: 400, type: 'AccessDeniedException' });
      assert.equal(fromPage.headers.get('access-control-allow-origin'), null);
      const unsigned = await callCognito(url, operation, input);
      assert.deepEqual(await errorOf(unsigned), {
        status: 400,
        type: 'MissingAuthenticationTokenException',
      });
    });
  }

  it('lists users for a signed request', async () => {
    const response = await callCognito(url, 'ListUsers', { UserPoolId: PEOPLE_POOL_ID }, signed);
    assert.equal(response.status, 200);
  });

  it('keeps the tables from web pages and from unsigned requests', async () => {
    const list = (headers: Record<string, string>): Promise<Response> =>
      fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-amz-json-1.0',
          'X-Amz-Target': 'DynamoDB_20120810.ListTables',
          'X-Amz-Date': '20261120T000000Z',
          ...headers,
        },
        body: '{}',
      });
    assert.equal((await list({ ...signed, Origin: 'http://localhost:4200' })).status, 400);
    assert.equal((await list({})).status, 400);
    const response = await list(signed);
    assert.deepEqual(await response.json(), { TableNames: ['presspass-articles'] });
  });
});
