import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { SERVICES_POOL_ID } from './seed/identities.ts';
import { startStandIn } from './stand-in.ts';
import type { StandIn } from './stand-in.ts';

const UserPoolId = SERVICES_POOL_ID;

let folder: string;
let standIn: StandIn;
let cognito: CognitoIdentityProvider;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  standIn = await startStandIn({ folder, port: 0, articles: 'none' });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  cognito = new CognitoIdentityProvider({
    endpoint: standIn.url,
    region: 'eu-west-1',
    credentials,
  });
});

after(async () => {
  cognito.destroy();
  await standIn.close();
  await rm(folder, { recursive: true });
});

interface Credentials {
  ClientId?: string | undefined;
  ClientSecret?: string | undefined;
}

async function newMachine(): Promise<Credentials> {
  const { UserPoolClient = {} } = await cognito.createUserPoolClient({
    UserPoolId,
    ClientName: 'forecast',
    GenerateSecret: true,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['weather-api/get'],
  });
  return UserPoolClient;
}

async function token({ ClientId = '', ClientSecret = '' }: Credentials) {
  const response = await fetch(`${standIn.url}/oauth2/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${ClientId}:${ClientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return (await response.json()) as { access_token?: string; error?: string };
}

const weather = async (accessToken = ''): Promise<number> =>
  (
    await fetch(`${standIn.url}/services/weather`, {
      headers: { Authorization: `Bearer ${accessToken}` },
    })
  ).status;

test('a secret is rotated by a new client and the end of the old one', async () => {
  const old = await newMachine();
  const { access_token: before } = await token(old);
  assert.equal(await weather(before), 200);
  const fresh = await newMachine();
  assert.notEqual(fresh.ClientSecret, old.ClientSecret);
  assert.equal(await weather((await token(fresh)).access_token), 200);
  await cognito.deleteUserPoolClient({ UserPoolId, ClientId: old.ClientId });
  assert.deepEqual(await token(old), { error: 'invalid_client' });
  // As at AWS: a gateway checks tokens without asking the pool, so one that was issued works until it expires.
  assert.equal(await weather(before), 200);
  assert.ok((await token(fresh)).access_token);
});

test('a scope that is taken from a client, or from its resource server, is in no new token', async () => {
  const machine = await newMachine();
  await cognito.updateResourceServer({
    UserPoolId,
    Identifier: 'weather-api',
    Name: 'Weather API',
    Scopes: [{ ScopeName: 'post', ScopeDescription: 'Create weather events' }],
  });
  assert.deepEqual(await token(machine), { error: 'invalid_scope' });
});
