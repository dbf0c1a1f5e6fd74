import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { after, before, describe, it } from 'node:test';
import { APP_CLIENT_IDS, DEMO_PEOPLE, SERVICES_POOL_ID } from './seed/identities.ts';
import { startStandIn } from './stand-in.ts';
import type { StandIn } from './stand-in.ts';
import { machineToken } from './testing/machine-token.ts';
import { callCognito } from './testing/sign-in.ts';

interface Tokens {
  IdToken: string;
  AccessToken: string;
}

let folder: string;
let standIn: StandIn;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  standIn = await startStandIn({ folder, port: 0, articles: 'none', clock: 'manual' });
});

after(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

async function signedIn(person: number): Promise<Tokens> {
  const { email, password } = DEMO_PEOPLE[person === 0 ? 0 : 1];
  const response = await callCognito(standIn.url, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: APP_CLIENT_IDS['presspass-cli'],
    AuthParameters: { USERNAME: email, PASSWORD: password },
  });
  return ((await response.json()) as { AuthenticationResult: Tokens }).AuthenticationResult;
}

/** `401 token lacks …`: the status, and the reason where there is one. */
async function ask(path: string, token = '', method = 'GET'): Promise<string> {
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(standIn.url + path, { method, headers });
  const reason = response.headers.get('x-presspass-reason');
  await response.arrayBuffer();
  return `${String(response.status)} ${reason ?? ''}`.trim();
}

describe('services and people at the gateways', () => {
  it('greet a service that has the scope, and no other', async () => {
    const [hello, wire] = [
      await machineToken(standIn.url, 'hello'),
      await machineToken(standIn.url, 'wire'),
    ];
    for (const root of ['/services', '/http-api']) {
      assert.equal(await ask(`${root}/hello`, hello), '200');
      assert.match(await ask(`${root}/hello`), /^401 the request carries no token/);
    }
    const lacks = 'token lacks the scopes hello/read; it has news/write';
    assert.equal(await ask('/services/hello', wire), `401 ${lacks}`);
    assert.equal(await ask('/http-api/hello', wire), `403 ${lacks}`);
  });

  it('let a service do what its token says, and not what its client could', async () => {
    const postOnly = await machineToken(standIn.url, 'weather', 'weather-api/post');
    const both = await machineToken(standIn.url, 'weather');
    for (const [root, refused] of [
      ['/services', /^401 /],
      ['/http-api', /^403 /],
    ] as const) {
      assert.equal(await ask(`${root}/weather`, postOnly, 'POST'), '200');
      assert.match(await ask(`${root}/weather`, postOnly), refused);
      assert.equal(await ask(`${root}/weather`, both), '200');
    }
  });

  it('take no body over 1 MB, though a gateway takes ten', async () => {
    const headers = { Authorization: await machineToken(standIn.url, 'weather') };
    const init = { method: 'POST', headers, body: 'x'.repeat(1024 * 1024 + 1) };
    for (const root of ['/services', '/http-api']) {
      assert.equal((await fetch(`${standIn.url}${root}/weather`, init)).status, 413);
    }
  });

  it('are reached by their own paths only, whatever dots are in them', async () => {
    const statusOf = (path: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const { port } = standIn;
        const asking = get({ host: '127.0.0.1', port, path }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        asking.on('error', reject);
      });
    assert.equal(await statusOf('/api/news'), 200);
    assert.equal(await statusOf('/services/../api/news'), 403);
    assert.equal(await statusOf('/http-api/../api/news'), 404);
    assert.equal(await statusOf('/http-api/../mailbox.json'), 404);
  });

  it('keep people from the services’ methods and services from the people’s', async () => {
    const { IdToken, AccessToken } = await signedIn(0);
    const hello = await machineToken(standIn.url, 'hello');
    for (const token of [IdToken, AccessToken]) {
      assert.match(
        await ask('/services/hello', token),
        /^401 token was issued by another user pool/,
      );
      assert.match(
        await ask('/http-api/hello', token),
        /^401 token was issued by another user pool/,
      );
    }
    assert.match(await ask('/api/me', hello), /^401 token was issued by another user pool/);
    assert.match(await ask('/http-api/me', hello), /^401 token was issued by another user pool/);
  });

  it('tell the ID token from the access token as their kind does', async () => {
    const { IdToken, AccessToken } = await signedIn(1);
    assert.equal(await ask('/api/me', IdToken), '200');
    const wanting = 'method has no scopes and wants an ID token; this is an access token';
    assert.equal(await ask('/api/me', AccessToken), `401 ${wanting}`);
    assert.equal(await ask('/http-api/me', IdToken), '200');
    assert.equal(await ask('/http-api/me', AccessToken), '200');
  });

  it('tell editors, readers and strangers apart', async () => {
    const [editor, reader] = [await signedIn(0), await signedIn(1)];
    for (const root of ['/api', '/http-api']) {
      assert.equal(await ask(`${root}/trash`, editor.IdToken), '200');
      const refused = await ask(`${root}/trash`, reader.IdToken);
      assert.match(refused, /^403 the function answered this: Only editors/);
      assert.match(await ask(`${root}/trash`), /^401 /);
    }
  });
});

describe('the log of the gateways', () => {
  it('says why a request was refused, without its token and its query, and only when asked', async (context) => {
    const log = context.mock.method(console, 'log', () => undefined);
    const { AccessToken } = await signedIn(1);
    await ask('/api/me?private', AccessToken);
    assert.equal(log.mock.callCount(), 0);
    env['REQUEST_LOG'] = 'all';
    await ask('/api/me?private', AccessToken);
    env['REQUEST_LOG'] = 'failures';
    assert.deepEqual(
      log.mock.calls.map(({ arguments: [line] }): unknown => JSON.parse(String(line))),
      [
        {
          level: 'info',
          gateway: 'GET /api/me',
          status: 401,
          reason: 'method has no scopes and wants an ID token; this is an access token',
        },
      ],
    );
  });
});

// Gateways verify offline (AWS: "Ending user sessions with token revocation"): whoever has a token keeps it until it expires.
describe('a token whose owner is gone', () => {
  const signature = {
    Authorization: 'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c',
  };

  it('still passes after sign-out, until it expires', async () => {
    const { IdToken, AccessToken } = await signedIn(1);
    const signedOut = await callCognito(standIn.url, 'GlobalSignOut', { AccessToken });
    assert.equal(signedOut.status, 200);
    for (const root of ['/api', '/http-api']) assert.equal(await ask(`${root}/me`, IdToken), '200');
    const body = '{"advanceSeconds":3601}';
    await fetch(`${standIn.url}/clock`, { method: 'POST', body });
    assert.match(await ask('/api/me', IdToken), /^401 token expired at 2/);
    assert.match(await ask('/http-api/me', IdToken), /^401 token expired at 2/);
  });

  it('still passes after its app client was deleted', async () => {
    const hello = await machineToken(standIn.url, 'hello');
    const input = { UserPoolId: SERVICES_POOL_ID, ClientId: APP_CLIENT_IDS.hello };
    const deleted = await callCognito(standIn.url, 'DeleteUserPoolClient', input, signature);
    assert.equal(deleted.status, 200);
    assert.equal(await ask('/services/hello', hello), '200');
    const about = (await (await fetch(`${standIn.url}/about.json`)).json()) as { clients: object };
    assert.equal('hello' in about.clients, false);
  });
});
