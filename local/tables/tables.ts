import { EventEmitter } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { TableDefinition } from '../../backend/dynamodb/articles-table.ts';
import { NoRoomForBody, tablesRoom } from '../http/body-room.ts';
import { BodyTooLarge, hangUpAfter, readBody } from '../http/body.ts';
import type { StateDatabase } from '../state/state-database.ts';
import { NotWritten } from '../state/unusable-state.ts';
import { createTable, dynalite, engine } from './dynalite.ts';
import type { Done, Store, Table } from './dynalite.ts';
import { isDefinedAs, rebuildTable } from './rebuild-table.ts';
import { writeWholeItems } from './whole-writes.ts';

/** The most bytes a request may have: DynamoDB's own 16 MB. */
const largestBody = 16 * 1024 * 1024;

/** DynamoDB on this machine. */
export interface Tables {
  /** Answers one DynamoDB request. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /**
   * Makes a table unless it exists, and rebuilds one that was made by another definition. Returns how
   * many items a table was rebuilt from, undefined for one that was not. Throws `ItemsDoNotFit`,
   * having changed nothing.
   */
  ensure(definition: TableDefinition): Promise<number | undefined>;
  close(): Promise<void>;
}

/** The tables kept in a database. */
export async function openTables(database: StateDatabase): Promise<Tables> {
  const { server, store } = openEngine(database);
  await store.db.open();
  closeIterators(store);
  writeWholeItems(store);
  nameRefusals(store);
  return {
    handle: (request, response) => handle(server, request, response),
    ensure: (definition) => ensureTable(store, definition),
    close: () => store.db.close(),
  };
}

/**
 * Hands dynalite a request whose body is there already. Left to read one itself, it throws where nobody
 * can catch it, and so ends the process: when a sender breaks off, and over a body such as `null`.
 */
async function handle(
  server: Server,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const body = await readBody(request, response, largestBody, tablesRoom);
    const { method, url, headers } = request;
    const whole = Object.assign(new EventEmitter(), { method, url, headers });
    server.emit('request', whole, response);
    if (body.length > 0) whole.emit('data', body);
    whole.emit('end');
  } catch (problem) {
    if (problem instanceof NoRoomForBody) throw problem;
    // Whoever broke off waits for no answer; what dynalite cannot read is the sender's mistake.
    if (problem instanceof BodyTooLarge) {
      hangUpAfter(request, response);
      response.writeHead(413).end();
    } else if (!request.complete || response.headersSent) response.destroy();
    else {
      response.setHeader('Content-Type', 'application/x-amz-json-1.0');
      const content = { __type: 'com.amazon.coral.service#SerializationException' };
      response.writeHead(400).end(JSON.stringify(content));
    }
  }
}

/** dynalite keeps its store to itself, so it is caught on the way there. */
function openEngine(database: StateDatabase): {
  server: ReturnType<typeof dynalite>;
  store: Store;
} {
  const { create } = engine;
  let store: Store | undefined;
  engine.create = (options) => (store = create(options));
  try {
    const server = dynalite({ path: database, createTableMs: 0 });
    if (!store) throw new Error('dynalite did not open a store.');
    return { server, store };
  } finally {
    engine.create = create;
  }
}

/** dynalite ends each query with `iterator.return()`, which these iterators do not have, and so leaves every one of them open. */
function closeIterators({ db }: Store): void {
  const values = db.values.bind(db);
  db.values = (options) => {
    const iterator = values(options);
    iterator.return = () => iterator.close();
    return iterator;
  };
}

/**
 * Makes a disk that refuses into an answer of DynamoDB's: dynalite throws whatever is none where nobody can catch it, and so
 * ends the process.
 */
function nameRefusals({ db }: Store): void {
  const [put, del, batch] = [db.put.bind(db), db.del.bind(db), db.batch.bind(db)];
  const named = (done: Done): Done => {
    return (failure) => {
      done(failure instanceof NotWritten ? refusalOf(failure) : failure);
    };
  };
  db.put = (key, value, done) => {
    put(key, value, named(done));
  };
  db.del = (key, done) => {
    del(key, named(done));
  };
  db.batch = (operations, done) => {
    batch(operations, named(done));
  };
}

function refusalOf({ message }: NotWritten): Error {
  const __type = 'com.amazonaws.dynamodb.v20120810#InternalServerError';
  return Object.assign(new Error(message), { statusCode: 500, body: { __type, message } });
}

/** See `Tables.ensure`. */
export async function ensureTable(
  store: Store,
  definition: TableDefinition,
): Promise<number | undefined> {
  const table = await tableOf(store, definition.TableName);
  if (!table) await create(store, definition);
  else if (!isDefinedAs(definition, table)) {
    return rebuildTable(store, table, await described(definition));
  }
  // The process that was making it was killed; nothing but the status was left to do.
  else if (table.TableStatus !== 'ACTIVE') await activate(store, table);
  return undefined;
}

/** Makes a table and waits until it can be used. */
async function create(store: Store, definition: TableDefinition): Promise<Table> {
  await new Promise<void>((resolve, reject) => {
    // dynalite writes into what it is given.
    createTable(store, structuredClone(definition), (failure) => {
      if (failure) reject(failure);
      else resolve();
    });
  });
  for (;;) {
    const table = await tableOf(store, definition.TableName);
    if (table?.TableStatus === 'ACTIVE') return table;
    await pause(1);
  }
}

/** A new table as dynalite describes it, which only making one tells: here, in memory. */
async function described(definition: TableDefinition): Promise<Table> {
  const store = engine.create({ createTableMs: 0 });
  await store.db.open();
  try {
    return await create(store, definition);
  } finally {
    await store.db.close();
  }
}

function tableOf(store: Store, name: string): Promise<Table | undefined> {
  return new Promise((resolve, reject) => {
    store.getTable(name, false, (failure, table) => {
      if (failure && failure.name !== 'NotFoundError') reject(failure);
      else resolve(table);
    });
  });
}

function activate(store: Store, table: Table): Promise<void> {
  return new Promise((resolve, reject) => {
    store.tableDb.put(table.TableName, { ...table, TableStatus: 'ACTIVE' }, (failure) => {
      if (failure) reject(failure);
      else resolve();
    });
  });
}
