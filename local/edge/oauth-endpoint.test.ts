import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { SERVICES_POOL_ID } from '../seed/identities.ts';
import { startStandIn } from '../stand-in.ts';
import type { StandIn } from '../stand-in.ts';

let folder: string;
let standIn: StandIn;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  standIn = await startStandIn({ folder, port: 0, articles: 'none' });
});

after(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

const json = async (url: string): Promise<Record<string, string>> =>
  (await (await fetch(url)).json()) as Record<string, string>;

describe("the pools' domain in the stand-in", () => {
  it('is found by discovery, and its machine tokens are verified with the keys it names', async () => {
    const found = await json(`${standIn.url}/${SERVICES_POOL_ID}/.well-known/openid-configuration`);
    const about = await json(`${standIn.url}/about.json`);
    const { id, secret } = (
      about['clients'] as unknown as Record<'hello', Record<'id' | 'secret', string>>
    ).hello;
    const response = await fetch(found['token_endpoint'] ?? '', {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${id}:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string };
    const keys = createRemoteJWKSet(new URL(found['jwks_uri'] ?? ''));
    const { payload } = await jwtVerify(token, keys, { issuer: found['issuer'] ?? '' });
    assert.equal(payload['scope'], 'hello/read');
  });

  it('answers at its own paths only, and to the names of this machine only', async () => {
    for (const path of ['/oauth2/token/', '/oauth2', '/OAUTH2/token', '/oauth2/%74oken']) {
      const { status } = await fetch(standIn.url + path);
      assert.equal(status, 404, path);
    }
    const headers = { host: 'evil.test' };
    const status = await new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: standIn.port, path: '/login', headers };
      request(options, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    assert.equal(status, 403);
  });

  it('stays up after a body that breaks off, and does not call it a defect', async (t) => {
    const complaints = t.mock.method(console, 'error', () => undefined);
    const { port } = standIn;
    const broken: [string, Record<string, string>][] = [
      ['/oauth2/token', { 'Content-Type': 'application/x-www-form-urlencoded' }],
      ['/', { 'X-Amz-Target': 'AWSCognitoIdentityProviderService.SignUp' }],
    ];
    for (const [path, headers] of broken) {
      const sent = { ...headers, 'Content-Length': '100' };
      const call = request({ host: '127.0.0.1', port, path, method: 'POST', headers: sent });
      const ended = new Promise((resolve) => call.once('error', resolve));
      // Has arrived, before it breaks off.
      await new Promise((resolve) => call.write('grant_type=', resolve));
      call.destroy(new Error('broken off'));
      await ended;
      // By the time of the third answer the stand-in has seen that the connection is gone.
      for (let answers = 0; answers < 3; answers++) {
        assert.equal((await fetch(`${standIn.url}/health`)).status, 200);
      }
    }
    assert.equal(complaints.mock.callCount(), 0);
  });
});
