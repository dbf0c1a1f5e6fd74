import { isDeepStrictEqual } from 'node:util';
import type { TableDefinition } from '../../backend/dynamodb/articles-table.ts';
import { engine } from './dynalite.ts';
import type { LevelOperation, Store, Table } from './dynalite.ts';
import { indexOperations } from './whole-writes.ts';

type Layout = Pick<
  TableDefinition,
  'AttributeDefinitions' | 'KeySchema' | 'GlobalSecondaryIndexes'
>;

/** The items of a table have another key than its new definition wants, or one of another type. */
export class ItemsDoNotFit extends Error {
  override readonly name = 'ItemsDoNotFit';
}

/** Whether a table has the attributes, the key and the indexes of a definition, in whatever order. */
export function isDefinedAs(definition: Layout, table: Layout): boolean {
  return isDeepStrictEqual(layoutOf(definition), layoutOf(table));
}

/**
 * Gives a table the attributes, key and indexes of another, and fills the indexes anew; returns how many
 * items it has. Items stay where they are, since dynalite's place for one follows from its key. The rest
 * is one batch, which a killed process has done wholly or not at all. Throws `ItemsDoNotFit`,
 * having changed nothing.
 */
export async function rebuildTable(store: Store, table: Table, wanted: Table): Promise<number> {
  const { db } = store;
  const { TableName } = table;
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, TableStatus } = wanted;
  const changed = { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, TableStatus };
  const rebuilt: Table = { ...table, ...changed };
  const hasOtherKey = !isDeepStrictEqual(keyOf(table), keyOf(rebuilt));
  const oldEntries = await db.keys(startingWith(`index-global~${TableName}~`)).all();
  const operations = oldEntries.map((key): LevelOperation => ({ type: 'del', key }));
  let items = 0;
  for await (const item of db.values(startingWith(`item-${TableName}~`))) {
    if (hasOtherKey || engine.validateItem(item, rebuilt)) throw new ItemsDoNotFit();
    operations.push(...indexOperations(rebuilt, undefined, item));
    items += 1;
  }
  operations.push({ type: 'put', key: `table~${TableName}`, value: rebuilt });
  await new Promise<void>((resolve, reject) => {
    db.batch(operations, (failure) => {
      if (failure) reject(failure);
      else resolve();
    });
  });
  return items;
}

/** All that items and indexes depend on, with sets and maps where order means nothing. */
function layoutOf({
  AttributeDefinitions,
  KeySchema,
  GlobalSecondaryIndexes = [],
}: Layout): object {
  return {
    types: typesOf(AttributeDefinitions),
    key: KeySchema,
    indexes: new Map(
      GlobalSecondaryIndexes.map((index) => [
        index.IndexName,
        {
          key: index.KeySchema,
          projection: index.Projection.ProjectionType,
          attributes: new Set(index.Projection.NonKeyAttributes),
        },
      ]),
    ),
  };
}

function keyOf({ AttributeDefinitions, KeySchema }: Layout): unknown[] {
  const types = typesOf(AttributeDefinitions);
  return KeySchema.map((part) => ({ ...part, type: types.get(part.AttributeName) }));
}

const typesOf = (attributes: Layout['AttributeDefinitions']): Map<string, string> =>
  new Map(attributes.map(({ AttributeName, AttributeType }) => [AttributeName, AttributeType]));

/** As dynalite reads what it keeps under a prefix. */
const startingWith = (prefix: string): object => ({ gte: prefix, lt: `${prefix}\xFF` });
