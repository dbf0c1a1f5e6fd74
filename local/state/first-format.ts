import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ClassicLevel } from 'classic-level';
import { mailboxMigrations } from '../mailbox/schema.ts';
import { entryMigrations } from '../tables/schema.ts';
import { isKeyFile, keepKeys, keyMigrations } from '../user-pool/tokens/key-file.ts';
import { migrations as userPoolMigrations } from '../user-pool/schema.ts';
import { firstFormatFiles } from './first-format-files.ts';
import type { StateDatabase } from './state-database.ts';
import { folderInUse } from './state-folder.ts';
import { DamagedStateError, NewerStateError, unusable } from './unusable-state.ts';

/**
 * Takes over what releases before this format kept: two SQLite databases, a file of keys, and tables in LevelDB. Nothing of it is
 * changed. `seeded` was the last file of a first start: with it, all others must be there, and whole.
 */
export async function fillFromFirstFormat(folder: string, database: StateDatabase): Promise<void> {
  const isComplete = existsSync(join(folder, 'seeded'));
  const present = (name: string): string | undefined => {
    const path = join(folder, name);
    if (existsSync(path) && (name === 'tables' || statSync(path).size > 0)) return path;
    if (!isComplete) return undefined;
    throw new DamagedStateError(path, existsSync(path) ? 'is empty' : 'is missing');
  };
  copyDatabase(present('user-pools.sqlite'), database, ['user-pools', userPoolMigrations]);
  copyDatabase(present('mailbox.sqlite'), database, ['mailbox', mailboxMigrations]);
  copyKeys(present('user-pool-keys.json'), database);
  await copyTables(folder, present('tables'), database, isComplete);
  if (!isComplete) return;
  database.transaction(() => {
    const mark = database.prepare('INSERT INTO mark (name, at) VALUES (?, ?)');
    for (const name of ['people seeded', 'articles seeded']) mark.run(name, 0);
  });
}

/** Removes the old files; false when there are none. */
export function removeFirstFormat(folder: string): boolean {
  const old = readdirSync(folder).filter((name) => firstFormatFiles.test(name));
  for (const name of old) rmSync(join(folder, name), { recursive: true });
  return old.length > 0;
}

function copyDatabase(
  path: string | undefined,
  database: StateDatabase,
  [part, migrations]: [string, readonly string[]],
): void {
  if (path === undefined) return;
  const old = checked(path);
  try {
    const version = Number(old.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version > migrations.length) throw new NewerStateError(path, version, migrations.length);
    database.migrate(part, migrations.slice(0, version));
    database.transaction(() => {
      database.exec('PRAGMA defer_foreign_keys = ON');
      for (const table of tablesOf(old)) copyRows(old, database, table);
    });
  } finally {
    old.close();
  }
}

/** Opened for reading, and read through. */
function checked(path: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    const result = database.prepare('PRAGMA integrity_check').get()?.['integrity_check'];
    if (result !== 'ok') throw new Error(String(result));
    return database;
  } catch (problem) {
    database?.close();
    throw new DamagedStateError(path, `is damaged (${wordsOf(problem)})`);
  }
}

function tablesOf(database: DatabaseSync): string[] {
  return database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(({ name }) => String(name));
}

function copyRows(from: DatabaseSync, to: StateDatabase, table: string): void {
  for (const row of from.prepare(`SELECT * FROM ${table}`).iterate()) {
    const names = Object.keys(row);
    const places = names.map(() => '?').join(', ');
    const insert = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`;
    to.prepare(insert).run(...Object.values(row));
  }
}

function copyKeys(path: string | undefined, database: StateDatabase): void {
  if (path === undefined) return;
  const file = (() => {
    try {
      return JSON.parse(readFileSync(path, 'utf8')) as unknown;
    } catch (problem) {
      // What cannot be parsed is no file of keys.
      throw new DamagedStateError(path, `is damaged (${wordsOf(problem)})`);
    }
  })();
  if (!isKeyFile(file)) throw new DamagedStateError(path, 'is damaged: it holds no keys');
  database.migrate('keys', keyMigrations);
  database.transaction(() => {
    keepKeys(database, file);
  });
}

async function copyTables(
  folder: string,
  path: string | undefined,
  database: StateDatabase,
  isComplete: boolean,
): Promise<void> {
  if (path === undefined) return;
  // LevelDB makes an empty one where this file is missing, and removes what it finds.
  const current = join(path, 'CURRENT');
  if (!existsSync(current)) {
    const isUnused = !isComplete && readdirSync(path).every((name) => /^(LOCK|LOG.*)$/.test(name));
    if (isUnused) return;
    throw new DamagedStateError(current, 'is missing');
  }
  const level = new ClassicLevel<Buffer, Buffer>(path, {
    keyEncoding: 'buffer',
    valueEncoding: 'buffer',
    createIfMissing: false,
  });
  try {
    await level.open();
    database.migrate('tables', entryMigrations);
    const entries = await level.iterator().all();
    database.transaction(() => {
      const put = database.prepare('INSERT INTO entry (key, value) VALUES (?, ?)');
      for (const [key, value] of entries) put.run(key, value);
    });
  } catch (problem) {
    const cause = problem instanceof Error && problem.cause ? problem.cause : problem;
    const isLocked = cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED';
    if (isLocked) throw folderInUse(folder);
    throw /corrupt/i.test(wordsOf(cause))
      ? new DamagedStateError(path, `is damaged (${wordsOf(cause)})`)
      : unusable(path, cause);
  } finally {
    await level.close();
  }
}

function wordsOf(problem: unknown): string {
  return problem instanceof Error ? (problem.message.split('\n')[0] ?? '') : String(problem);
}
