import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, mock } from 'node:test';
import { webClient, DEMO_PEOPLE, REGION } from './seed/identities.ts';
import { startStandIn } from './stand-in.ts';
import type { StandIn } from './stand-in.ts';
import { articlesTableName } from './tables/articles-table-name.ts';
import { databaseIn } from './state/state-folder.ts';
import { callCognito } from './testing/sign-in.ts';

/** The state is damaged while the stand-in runs, so that what is sound otherwise fails. */
let folder: string;
let standIn: StandIn;

before(async () => {
  mock.method(console, 'error', () => undefined);
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  standIn = await startStandIn({ folder, port: 0, articles: 'none' });
  const tables = new DynamoDBClient({ endpoint: standIn.url, region: REGION });
  await tables.send(new DeleteTableCommand({ TableName: articlesTableName }));
  tables.destroy();
  const users = new DatabaseSync(databaseIn(folder));
  users.exec('PRAGMA foreign_keys = off; DROP TABLE user; DROP TABLE authorization_code;');
  users.close();
});

after(async () => {
  mock.restoreAll();
  await standIn.close();
  await rm(folder, { recursive: true });
});

async function failureOf(asked: Promise<Response>): Promise<{ reason: string; body: string }> {
  const response = await asked;
  assert.equal(response.status, 500);
  return {
    reason: response.headers.get('x-presspass-reason') ?? '',
    body: await response.text(),
  };
}

describe('what fails on our side', () => {
  for (const root of ['/api', '/http-api']) {
    it(`names the error and where, and tells the public nothing of it: ${root}`, async () => {
      const { reason, body } = await failureOf(fetch(`${standIn.url}${root}/news`));
      assert.match(
        reason,
        /^the function listNews \(backend\/handlers\/list-news\.ts\) failed: ResourceNotFoundException at [\w. ]+ \(backend\/[\w/-]+\.ts:\d+\): /,
      );
      assert.equal(body, '{"message":"Something went wrong on our side. Please try again."}');
    });
  }

  it('names the operation of a user pool, and nothing that was sent', async () => {
    const [{ email, password }] = DEMO_PEOPLE;
    const { reason, body } = await failureOf(
      callCognito(standIn.url, 'SignUp', {
        ClientId: webClient.id,
        Username: email,
        Password: password,
      }),
    );
    assert.match(
      reason,
      /^SignUp failed: Error at (?:[\w.# ]+ \()?local\/[\w/-]+\.ts:\d+\)?: no such table: user$/,
    );
    assert.equal(body, '{"__type":"InternalErrorException","message":"Something went wrong"}');
  });

  it('names the defect of an endpoint of the pools’ domain', async () => {
    const { reason, body } = await failureOf(
      fetch(`${standIn.url}/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: webClient.id,
          code: 'a-code-that-nobody-has-issued',
          redirect_uri: 'http://localhost:4200/sign-in',
        }),
      }),
    );
    assert.match(
      reason,
      /^a defect of the stand-in: Error at (?:[\w.# ]+ \()?local\/[\w/-]+\.ts:\d+\)?: no such table: \S+$/,
    );
    assert.match(body, /^The stand-in has a defect/);
  });
});
