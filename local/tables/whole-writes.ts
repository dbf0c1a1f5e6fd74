import { engine } from './dynalite.ts';
import type { LevelOperation, Store, Table } from './dynalite.ts';

/** Index entries that wait for the write of their item, by store and by the item's key. */
const waiting = new WeakMap<Store, Map<string, LevelOperation[]>>();

/**
 * Makes each write of an item one batch, hence one transaction, together with its index entries. dynalite writes the
 * index first and then the item, so that a process killed between the two would leave an article
 * in a list it does not belong to; DynamoDB never does.
 */
export function writeWholeItems(store: Store): void {
  const indexEntries = new Map<string, LevelOperation[]>();
  waiting.set(store, indexEntries);
  const { db } = store;
  const put = db.put.bind(db);
  const del = db.del.bind(db);
  db.put = (key, value, done) => {
    const entries = taken(indexEntries, key);
    if (entries) db.batch([...entries, { type: 'put', key, value }], done);
    else put(key, value, done);
  };
  db.del = (key, done) => {
    const entries = taken(indexEntries, key);
    if (entries) db.batch([...entries, { type: 'del', key }], done);
    else del(key, done);
  };
}

function taken(entries: Map<string, LevelOperation[]>, key: string): LevelOperation[] | undefined {
  const found = entries.get(key);
  entries.delete(key);
  return found;
}

const updateIndexesAtOnce = engine.updateIndexes;

/** dynalite calls this under the item's lock, right before it writes the item itself. */
engine.updateIndexes = (store, table, before, after, done) => {
  const indexEntries = waiting.get(store);
  const item = after ?? before;
  if (!indexEntries || !item) {
    updateIndexesAtOnce(store, table, before, after, done);
    return;
  }
  const key = `item-${table.TableName}~${engine.createKey(item, table)}`;
  indexEntries.set(key, indexOperations(table, before, after));
  done();
};

/** What a write of an item changes in the indexes. */
export function indexOperations(table: Table, before: unknown, after: unknown): LevelOperation[] {
  const indexes = table.GlobalSecondaryIndexes ?? [];
  const { puts, deletes } = engine.getIndexActions(indexes, before, after, table);
  const at = (index: string): string => `index-global~${table.TableName}~${index}~`;
  return [
    ...deletes.map(({ index, key }): LevelOperation => ({ type: 'del', key: at(index) + key })),
    ...puts.map(({ index, key, item }): LevelOperation => ({
      type: 'put',
      key: at(index) + key,
      value: item,
    })),
  ];
}
