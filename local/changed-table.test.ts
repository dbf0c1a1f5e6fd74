import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { DynamoDB } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { articlesTableDefinition } from '../backend/dynamodb/articles-table.ts';
import type { TableDefinition } from '../backend/dynamodb/articles-table.ts';
import { DynamodbArticlesStore } from '../backend/dynamodb/dynamodb-articles-store.ts';
import { openArticles } from '../backend/dynamodb/open-articles.ts';
import { summaryOf } from '../backend/news/article.ts';
import { listen } from './http/server.ts';
import { startStandIn } from './stand-in.ts';
import { openState } from './state/state.ts';
import { UnusableStateError } from './state/unusable-state.ts';
import { articlesTableName } from './tables/articles-table-name.ts';
import { openTables } from './tables/tables.ts';
import { articlesUpTo } from './testing/articles.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const articles = articlesUpTo(now, 200, 60_000);
const [deleted = assert.fail(), ...published] = articles;
const deletion = { deletedAt: '2026-11-20T13:00:00.000Z', expiresAt: '2026-12-20T13:00:00.000Z' };
const rebuilt = ["The table's definition has changed: rebuilt with 201 items."]; // and their month

const current = articlesTableDefinition(articlesTableName);
const [index = assert.fail()] = current.GlobalSecondaryIndexes ?? [];
const strings = (...names: string[]): TableDefinition['AttributeDefinitions'] =>
  names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' }));

const smallerProjection: TableDefinition = {
  ...current,
  GlobalSecondaryIndexes: [
    {
      ...index,
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['headline', 'publishedAt'] },
    },
  ],
};
const otherIndexes: TableDefinition = {
  ...current,
  AttributeDefinitions: strings('id', 'listing', 'headline'),
  GlobalSecondaryIndexes: [index.IndexName, 'headlines'].map((IndexName) => ({
    IndexName,
    KeySchema: [
      { AttributeName: 'listing', KeyType: 'HASH' },
      { AttributeName: 'headline', KeyType: 'RANGE' },
    ],
    Projection: { ProjectionType: 'ALL' },
  })),
};
const noIndex: TableDefinition = {
  TableName: articlesTableName,
  BillingMode: current.BillingMode,
  AttributeDefinitions: strings('id'),
  KeySchema: current.KeySchema,
};
const otherOrder: TableDefinition = {
  ...current,
  AttributeDefinitions: current.AttributeDefinitions.toReversed(),
  GlobalSecondaryIndexes: [
    {
      ...index,
      Projection: {
        ...index.Projection,
        NonKeyAttributes: index.Projection.NonKeyAttributes?.toReversed(),
      },
    },
  ],
};

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'presspass-'));
  folder = join(parent, 'state');
});

afterEach(() => rm(parent, { recursive: true }));

/** Works on the table of the state folder, by way of HTTP, while no stand-in runs. */
async function withTable<Result>(
  definition: TableDefinition,
  work: (client: DynamoDB) => Promise<Result>,
): Promise<Result> {
  const state = await openState(folder);
  const tables = await openTables(state.database);
  await tables.ensure(definition);
  const server = await listen(0, (request, response) => void tables.handle(request, response));
  const client = new DynamoDB({
    endpoint: `http://127.0.0.1:${String(server.port)}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    return await work(client);
  } finally {
    client.destroy();
    await server.close();
    await tables.close();
    state.close();
  }
}

/** Leaves the paper, with one article in the trash, in a table that another definition has made. */
function publishInto(definition: TableDefinition): Promise<void> {
  return withTable(definition, async (client) => {
    const store = new DynamodbArticlesStore(DynamoDBDocumentClient.from(client), articlesTableName);
    await store.publish(articles);
    assert.ok(await store.moveToTrash(deleted.id, deletion));
  });
}

/** Starts the stand-in, expects all of the paper and its trash, and returns what the terminal shows. */
async function shownByStart(context: TestContext): Promise<string[]> {
  const { mock } = context.mock.method(console, 'warn', () => undefined);
  const standIn = await startStandIn({ folder, port: 0, articles: 'none' });
  try {
    const store = openArticles();
    const news = await store.listNews({ limit: 500 });
    assert.deepEqual(news.items, published.map(summaryOf));
    const trash = await store.listTrash({ limit: 500 }, now);
    assert.deepEqual(trash.items, [{ ...summaryOf(deleted), ...deletion }]);
    const bodies = articles.map(async ({ id }) => (await store.find(id))?.body);
    assert.deepEqual(
      await Promise.all(bodies),
      articles.map(({ body }) => body),
    );
  } finally {
    await standIn.close();
    mock.restore();
  }
  return mock.calls.map((call) => (call.arguments as unknown[]).join(' '));
}

describe('a start with a table that another definition has made', () => {
  for (const [before, definition] of Object.entries({ smallerProjection, otherIndexes, noIndex })) {
    it(`rebuilds it once and keeps every article (${before})`, async (context) => {
      await publishInto(definition);
      assert.deepEqual(await shownByStart(context), rebuilt);
      assert.deepEqual(await shownByStart(context), []);
    });
  }

  it('leaves it alone when only the order is another', async (context) => {
    await publishInto(otherOrder);
    assert.deepEqual(await shownByStart(context), []);
  });

  it('changes nothing of it but attributes and indexes', async () => {
    const settings = async (client: DynamoDB): Promise<object> => {
      const { Table = {} } = await client.describeTable({ TableName: articlesTableName });
      const { AttributeDefinitions: _, GlobalSecondaryIndexes: __, ...others } = Table;
      return others;
    };
    const before = await withTable(noIndex, settings);
    assert.deepEqual(await withTable(current, settings), before);
  });

  it('rebuilds it again when that was interrupted', async (context) => {
    await publishInto(smallerProjection);
    const state = await openState(folder);
    const { database } = state;
    const tables = await openTables(database);
    const transaction = database.transaction.bind(database);
    const killed = new Error('killed');
    const { mock } = context.mock.method(database, 'transaction', (work: () => unknown) =>
      transaction(() => {
        work();
        throw killed;
      }),
    );
    await assert.rejects(tables.ensure(current), killed);
    mock.restore();
    await tables.close();
    state.close();
    assert.deepEqual(await shownByStart(context), rebuilt);
    assert.deepEqual(await shownByStart(context), []);
  });
});

describe('a start with a table whose items do not fit', () => {
  const otherKey: TableDefinition = {
    ...noIndex,
    AttributeDefinitions: strings('id', 'publishedAt'),
    KeySchema: [...noIndex.KeySchema, { AttributeName: 'publishedAt', KeyType: 'RANGE' }],
  };
  const state = async (client: DynamoDB): Promise<object> => {
    const { Table } = await client.describeTable({ TableName: articlesTableName });
    const { Items } = await client.scan({ TableName: articlesTableName });
    return { Table, Items };
  };

  const item = { id: { S: 'a' }, publishedAt: { S: 'b' } };
  const cases = [
    { name: 'another key', definition: otherKey, Item: item },
    { name: 'a number to sort by', definition: noIndex, Item: { ...item, listedAt: { N: '1' } } },
  ];
  for (const { name, definition, Item } of cases) {
    it(`says what to do, and leaves it as it is (${name})`, async () => {
      const kept = await withTable(definition, async (client) => {
        await client.putItem({ TableName: articlesTableName, Item });
        return state(client);
      });
      const start = async (): Promise<void> => {
        await (await startStandIn({ folder, port: 0 })).close();
      };
      await assert.rejects(start, (failure) => {
        assert.ok(failure instanceof UnusableStateError);
        assert.match(failure.message, /^The stories in .* "npm run reset".*Nothing was changed\.$/);
        return true;
      });
      assert.deepEqual(await withTable(definition, state), kept);
    });
  }
});
