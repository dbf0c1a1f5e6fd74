import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { APP_CLIENT_IDS, PEOPLE_POOL_ID } from './seed/identities.ts';
import { startStandIn } from './stand-in.ts';

test('the stand-in starts again after its own clients were deleted, and names them no more', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  const start = () => startStandIn({ folder, port: 0, articles: 'none' });
  const first = await start();
  const cognito = new CognitoIdentityProvider({
    endpoint: first.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  for (const name of ['sign-in-api', 'presspass-web'] as const) {
    const ClientId = APP_CLIENT_IDS[name];
    await cognito.deleteUserPoolClient({ UserPoolId: PEOPLE_POOL_ID, ClientId });
  }
  cognito.destroy();
  await first.close();
  const second = await start();
  const about = (await (await fetch(`${second.url}/about.json`)).json()) as { clients: object };
  await second.close();
  await rm(folder, { recursive: true });
  assert.deepEqual(Object.keys(about.clients), ['presspass-cli', 'wire', 'weather', 'hello']);
});
