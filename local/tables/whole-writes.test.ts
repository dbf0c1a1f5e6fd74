import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { articlesTableDefinition } from '../../backend/dynamodb/articles-table.ts';
import { openState } from '../state/state.ts';
import { engine } from './dynalite.ts';
import type { Store } from './dynalite.ts';
import { ensureTable } from './tables.ts';
import { writeWholeItems } from './whole-writes.ts';

type Action = (store: Store, input: object, done: (failure?: Error | null) => void) => void;

const require = createRequire(import.meta.url);
const run = (action: Action, store: Store, input: object): Promise<void> =>
  new Promise((resolve, reject) => {
    action(store, input, (failure) => {
      if (failure) reject(failure);
      else resolve();
    });
  });

it('writes an item and its index entries in one batch, so that a killed process leaves both or none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  const state = await openState(folder);
  const store = engine.create({ path: state.database, createTableMs: 0 });
  await store.db.open();
  await ensureTable(store, articlesTableDefinition('articles'));

  const written: string[][] = [];
  const { db } = store;
  const [put, batch] = [db.put.bind(db), db.batch.bind(db)];
  db.put = (key, value, done) => {
    written.push([key.slice(0, 5)]);
    put(key, value, done);
  };
  db.batch = (operations, done) => {
    written.push(operations.map(({ type, key }) => `${type} ${key.slice(0, 5)}`));
    batch(operations, done);
  };
  writeWholeItems(store);

  const putItem = require('dynalite/actions/putItem') as Action;
  const item = (month: string): object => ({
    TableName: 'articles',
    Item: { id: { S: 'a' }, listing: { S: month }, listedAt: { S: '1' } },
  });
  await run(putItem, store, item('news#2026-10'));
  await run(putItem, store, item('news#2026-11'));
  await store.db.close();
  state.close();
  await rm(folder, { recursive: true });

  assert.deepEqual(written, [
    ['put index', 'put item-'],
    ['del index', 'put index', 'put item-'],
  ]);
});
