/**
 * The parts of dynalite 4 that the tables use. It has no types, and its public face can neither
 * serve without a port of its own nor close a store that was never listened on.
 */
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { TableDefinition } from '../../backend/dynamodb/articles-table.ts';
import type { StateDatabase } from '../state/state-database.ts';
import { SqliteLevel } from './sqlite-level.ts';

export type Done = (failure?: Error | null) => void;

/** A write of one entry. */
export interface LevelOperation {
  type: 'put' | 'del';
  key: string;
  value?: unknown;
}

interface LevelIterator<Entry> extends AsyncIterable<Entry> {
  all(): Promise<Entry[]>;
  close(): Promise<void>;
  return?: () => Promise<void>;
}

interface Level {
  open(): Promise<void>;
  close(): Promise<void>;
  put(key: string, value: unknown, done: Done): void;
  del(key: string, done: Done): void;
  batch(operations: LevelOperation[], done: Done): void;
  keys(options: unknown): LevelIterator<string>;
  values(options: unknown): LevelIterator<unknown>;
}

/** A table as dynalite keeps and describes it. */
export interface Table extends Omit<TableDefinition, 'BillingMode'> {
  TableStatus: string;
}

export interface Store {
  db: Level;
  tableDb: { put(name: string, table: Table, done: Done): void };
  getTable(
    name: string,
    checkStatus: boolean,
    done: (failure: Error | null, table?: Table) => void,
  ): void;
}

interface IndexActions {
  puts: { index: string; key: string; item: unknown }[];
  deletes: { index: string; key: string }[];
}

/** Without `path` the tables are in memory. */
interface EngineOptions {
  readonly path?: StateDatabase;
  readonly createTableMs: number;
}

interface Engine {
  create: (options: EngineOptions) => Store;
  createKey(item: unknown, table: Table): string;
  validateItem(item: unknown, table: Table): Error | undefined;
  getIndexActions(indexes: unknown, before: unknown, after: unknown, table: Table): IndexActions;
  updateIndexes: (store: Store, table: Table, before: unknown, after: unknown, done: Done) => void;
}

const require = createRequire(import.meta.url);
// As dynalite itself finds it: what it keeps its tables in, by the name of `path`.
const level = createRequire(require.resolve('dynalite'))('level') as { Level: unknown };
level.Level = SqliteLevel;

export const dynalite = require('dynalite') as (options: EngineOptions) => Server;
export const engine = require('dynalite/db') as Engine;
export const createTable = require('dynalite/actions/createTable') as (
  store: Store,
  definition: TableDefinition,
  done: Done,
) => void;
