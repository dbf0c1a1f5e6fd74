import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { DEMO_PEOPLE, PEOPLE_POOL_ID } from './seed/identities.ts';
import { startStandIn } from './stand-in.ts';
import { editorsIdToken } from './testing/sign-in.ts';

test('the demo people do not come back after all of them were deleted', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  const first = await startStandIn({ folder, port: 0 });
  await editorsIdToken(first.url);
  const cognito = new CognitoIdentityProvider({
    endpoint: first.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  for (const { email } of DEMO_PEOPLE) {
    await cognito.adminDeleteUser({ UserPoolId: PEOPLE_POOL_ID, Username: email });
  }
  cognito.destroy();
  await first.close();
  const second = await startStandIn({ folder, port: 0 });
  try {
    await assert.rejects(editorsIdToken(second.url), /cannot sign in/);
  } finally {
    await second.close();
    await rm(folder, { recursive: true });
  }
});
