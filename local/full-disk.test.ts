import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { articlesTableDefinition } from '../backend/dynamodb/articles-table.ts';
import { listen } from './http/server.ts';
import { APP_CLIENT_IDS, PEOPLE_POOL_ID } from './seed/identities.ts';
import { startStandIn } from './stand-in.ts';
import { NotWritten } from './state/unusable-state.ts';
import { articlesTableName } from './tables/articles-table-name.ts';
import { openTables } from './tables/tables.ts';
import { PASSWORD, PoolUnderTest, openClient } from './user-pool/testing/pool-under-test.ts';
import { contentOf } from './user-pool/testing/state-content.ts';

describe('a database that must not grow', () => {
  let test: PoolUnderTest;

  before(async () => {
    test = await PoolUnderTest.open();
  });

  after(() => {
    test.close();
  });

  /** Gives it no room, or all. */
  function setRoom(room: 'none' | 'all'): void {
    const { database } = test.state;
    const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
    database.exec(`PRAGMA max_page_count = ${room === 'none' ? String(pages) : '4294967294'}`);
  }

  it('refuses a sign-up as a whole, and takes it when there is room', async () => {
    setRoom('none');
    let refusal: unknown;
    let before = {};
    let person = {};
    for (let count = 0; refusal === undefined; count++) {
      const Username = `person${String(count)}@example.test`;
      person = { ClientId: openClient.id, Username, Password: PASSWORD };
      before = contentOf(test.state.database);
      refusal = await test.perform('SignUp', person).then(
        () => undefined,
        (problem: unknown) => problem,
      );
    }
    assert.ok(refusal instanceof NotWritten);
    assert.match(refusal.message, /^The disk is full, so nothing was written/);
    assert.deepEqual(contentOf(test.state.database), before);
    setRoom('all');
    await test.perform('SignUp', person);
    await test.reopen();
    assert.equal(test.mailbox.list().length > 0, true);
  });

  it('refuses a write to a table in the words of DynamoDB, and takes it when there is room', async () => {
    const tables = await openTables(test.state.database);
    await tables.ensure(articlesTableDefinition('articles'));
    const server = await listen(0, (request, response) => void tables.handle(request, response));
    const client = new DynamoDB({
      endpoint: `http://127.0.0.1:${String(server.port)}`,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    });
    const Item = { id: { S: 'a' }, body: { S: 'long '.repeat(10_000) } };
    setRoom('none');
    await assert.rejects(client.putItem({ TableName: 'articles', Item }), {
      name: 'InternalServerError',
      message: /^The disk is full, so nothing was written/,
    });
    assert.equal((await client.scan({ TableName: 'articles' })).Count, 0);
    setRoom('all');
    await client.putItem({ TableName: 'articles', Item });
    assert.equal((await client.scan({ TableName: 'articles' })).Count, 1);
    client.destroy();
    await server.close();
    await tables.close();
  });
});

describe('a disk that is full', () => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const signature = {
    Authorization: 'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=c, Signature=d',
    'X-Amz-Date': '20261120T000000Z',
  };

  it('is named by each write that it refuses, while the stand-in goes on and reads', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'presspass-full-')), 'state');
    await (await startStandIn({ folder, port: 0 })).close();
    // The system lets no file of the process grow beyond a megabyte, which the journal reaches first.
    const child = spawn('bash', ['-c', `ulimit -f 1024; exec "${process.execPath}" "${main}"`], {
      env: { ...process.env, EDGE_PORT: '0', PRESSPASS_DATA: folder },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const [, url = ''] = /ready.*: (http\S+)\n/.exec(said.toString()) ?? [];
    const call = async (
      target: string,
      input: object,
    ): Promise<{ status: number; text: string }> => {
      const headers = {
        ...signature,
        'X-Amz-Target': target,
        'Content-Type': 'application/x-amz-json-1.0',
      };
      const body = JSON.stringify(input);
      const response = await fetch(url, { method: 'POST', headers, body });
      return { status: response.status, text: await response.text() };
    };
    const cognito = 'AWSCognitoIdentityProviderService';
    try {
      let refused = { status: 200, text: '' };
      let Username = '';
      for (let count = 0; refused.status === 200; count++) {
        Username = `person${String(count)}@example.test`;
        const ClientId = APP_CLIENT_IDS['presspass-web'];
        refused = await call(`${cognito}.SignUp`, { ClientId, Username, Password: PASSWORD });
      }
      assert.equal(refused.status, 500);
      assert.match(refused.text, /InternalErrorException.*disk.*nothing was written/);
      const asked = { UserPoolId: PEOPLE_POOL_ID, Username };
      assert.match((await call(`${cognito}.AdminGetUser`, asked)).text, /UserNotFound/);
      const mails = (await (await fetch(`${url}/mailbox.json?to=${Username}`)).json()) as unknown[];
      assert.deepEqual(mails, []);
      const Item = { id: { S: 'a' }, body: { S: 'long '.repeat(50_000) } };
      const put = await call('DynamoDB_20120810.PutItem', { TableName: articlesTableName, Item });
      assert.equal(put.status, 500);
      assert.match(put.text, /InternalServerError.*disk.*nothing was written/);
      assert.equal((await fetch(`${url}/health`)).status, 200);
      const news = (await (await fetch(`${url}/api/news?limit=100`)).json()) as {
        items: unknown[];
      };
      assert.equal(news.items.length, 60);
    } finally {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    // Where there is room, all goes on.
    const again = await startStandIn({ folder, port: 0 });
    assert.equal((await fetch(`${again.url}/health`)).status, 200);
    await again.close();
    await rm(join(folder, '..'), { recursive: true });
  });
});
