import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { operations } from '../user-pool/operations.ts';
import { startStandIn } from '../stand-in.ts';
import type { StandIn } from '../stand-in.ts';
import { isForApps } from './app-operations.ts';

/** Every operation that the AWS SDK knows. */
const known = Object.keys(sdk).flatMap((name) => /^([A-Z]\w+)Command$/.exec(name)?.[1] ?? []);

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

function clientFor(endpoint: string): sdk.CognitoIdentityProviderClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new sdk.CognitoIdentityProviderClient({
    endpoint,
    region: 'eu-west-1',
    credentials,
    maxAttempts: 1,
  });
}

/** Sends an operation with nothing in it; resolves to the refusal. */
async function refusal(client: sdk.CognitoIdentityProviderClient, name: string): Promise<Error> {
  type AnyCommand = new (input: object) => sdk.ListUserPoolsCommand;
  const Command = (sdk as unknown as Record<string, AnyCommand>)[`${name}Command`];
  assert.ok(Command, name);
  try {
    await client.send(new Command({}));
  } catch (error) {
    // The refusal is what the test asks for.
    assert.ok(error instanceof Error);
    return error;
  }
  return new Error('no refusal');
}

test('the SDK sends without a signature exactly what the stand-in takes without one', async () => {
  const unsigned: string[] = [];
  const server = createServer((request, response) => {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    if (request.headers.authorization === undefined) unsigned.push(operation);
    request.resume();
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1' });
    response.end('{"__type":"SomeException","message":"no"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = clientFor(`http://127.0.0.1:${String(port)}`);
  for (const name of known) await refusal(client, name);
  client.destroy();
  server.close();
  assert.deepEqual(unsigned.sort(), known.filter(isForApps).sort());
});

test('every operation of the SDK is emulated, or refused by its name', async () => {
  assert.ok(known.length > 130);
  assert.deepEqual(
    [...operations.keys()].filter((name) => !known.includes(name)),
    [],
  );
  const client = clientFor(standIn.url);
  for (const name of known) {
    const error = await refusal(client, name);
    if (operations.has(name)) assert.notEqual(error.name, 'UnknownOperationException', name);
    else {
      assert.equal(error.name, 'UnknownOperationException', name);
      assert.equal(error.message, `${name} is not emulated by the Presspass stand-in`);
    }
  }
  client.destroy();
});

test('a refusal says why in a header that pages may read', async () => {
  const response = await fetch(standIn.url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': 'AWSCognitoIdentityProviderService.AdminCreateUser',
      Authorization: 'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c',
    },
    body: JSON.stringify({ UserPoolId: 'eu-west-1_pressPe0p', Username: 'kein-Häuptling' }),
  });
  assert.equal(response.status, 400);
  assert.equal(response.headers.get('x-presspass-reason'), 'Username should be an email.');
  assert.match(
    response.headers.get('access-control-expose-headers') ?? '',
    /(^|,)x-presspass-reason(,|$)/,
  );
});
