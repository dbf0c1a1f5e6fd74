import { AbstractIterator, AbstractLevel } from 'abstract-level';
import type { AbstractIteratorOptions } from 'abstract-level';
import type { StateDatabase } from '../state/state-database.ts';
import { entryMigrations } from './schema.ts';

type Entry = [key: Buffer, value: Buffer];
type Write =
  | { readonly type: 'put'; readonly key: Buffer; readonly value: Buffer }
  | { readonly type: 'del'; readonly key: Buffer };
type Range = AbstractIteratorOptions<Buffer, Buffer>;

/** How many entries an iterator reads at once: few, since one may have 400 KB. */
const READ_AT_ONCE = 50;

/**
 * What dynalite keeps its tables in, on the state's own database instead of LevelDB: so a write to a table is a transaction as
 * every other is, and one check finds what is damaged.
 */
export class SqliteLevel extends AbstractLevel<Buffer, Buffer, Buffer> {
  private readonly database: StateDatabase;

  constructor(database: StateDatabase, options: object) {
    super({ encodings: { buffer: true }, createIfMissing: true }, options);
    this.database = database;
    database.migrate('tables', entryMigrations);
  }

  _get(key: Buffer): Promise<Buffer | undefined> {
    const row = this.database.prepare('SELECT value FROM entry WHERE key = ?').get(key);
    return Promise.resolve(row && bufferOf(row['value']));
  }

  _put(key: Buffer, value: Buffer): Promise<void> {
    this.write([{ type: 'put', key, value }]);
    return Promise.resolve();
  }

  _del(key: Buffer): Promise<void> {
    this.write([{ type: 'del', key }]);
    return Promise.resolve();
  }

  _batch(operations: readonly Write[]): Promise<void> {
    this.write(operations);
    return Promise.resolve();
  }

  _iterator(options: Range): SqliteIterator {
    return new SqliteIterator(this, this.database, options);
  }

  private write(operations: readonly Write[]): void {
    const put = this.database.prepare('INSERT OR REPLACE INTO entry (key, value) VALUES (?, ?)');
    const remove = this.database.prepare('DELETE FROM entry WHERE key = ?');
    this.database.transaction(() => {
      for (const operation of operations) {
        if (operation.type === 'put') put.run(operation.key, operation.value);
        else remove.run(operation.key);
      }
    });
  }
}

class SqliteIterator extends AbstractIterator<SqliteLevel, Buffer, Buffer> {
  private readonly database: StateDatabase;
  private readonly isReverse: boolean;
  private range: Range;
  private left: number;
  private readonly read: Entry[] = [];

  constructor(level: SqliteLevel, database: StateDatabase, options: Range) {
    super(level, options);
    this.database = database;
    this.isReverse = options.reverse ?? false;
    this.range = options;
    this.left = options.limit !== undefined && options.limit >= 0 ? options.limit : Infinity;
  }

  _next(): Promise<Entry | undefined> {
    if (this.read.length === 0) this.readOn();
    return Promise.resolve(this.read.shift());
  }

  private readOn(): void {
    const count = Math.min(this.left, READ_AT_ONCE);
    if (count === 0) return;
    const { condition, values } = conditionOf(this.range);
    const order = this.isReverse ? 'DESC' : 'ASC';
    const rows = this.database
      .prepare(`SELECT key, value FROM entry WHERE ${condition} ORDER BY key ${order} LIMIT ?`)
      .all(...values, count);
    this.read.push(...rows.map(({ key, value }): Entry => [bufferOf(key), bufferOf(value)]));
    const last = this.read.at(-1)?.[0];
    this.left = rows.length < count || !last ? 0 : this.left - count;
    if (last) this.range = { ...this.range, ...(this.isReverse ? { lt: last } : { gt: last }) };
  }
}

const comparisons = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

function conditionOf(range: Range): { condition: string; values: Buffer[] } {
  const names = (['gt', 'gte', 'lt', 'lte'] as const).filter((name) => range[name] !== undefined);
  return {
    condition: ['TRUE', ...names.map((name) => `key ${comparisons[name]} ?`)].join(' AND '),
    values: names.flatMap((name) => range[name] ?? []),
  };
}

function bufferOf(value: unknown): Buffer {
  const { buffer, byteOffset, byteLength } = value as Uint8Array;
  return Buffer.from(buffer, byteOffset, byteLength);
}
