import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The state folder cannot be used. The message is one line for a person, and says what to do. */
export class UnusableStateError extends Error {
  override readonly name = 'UnusableStateError';
}

/** The state was written by a newer version than this one. Nothing in it was changed. */
export class NewerStateError extends UnusableStateError {
  constructor(path: string, found: number, known: number) {
    super(
      `${path} was written by a newer Presspass (schema ${String(found)}, this one knows ${String(known)}). ` +
        'Update Presspass, or run "npm run reset" to start afresh. Nothing was changed.',
    );
  }
}

/**
 * Opens `<folder>/<name>.sqlite`, making both when they are missing, and applies the migrations it has not seen.
 * A migration's place in the list is its schema version, kept in `user_version`.
 * WAL keeps every committed write when the process is killed (https://www.sqlite.org/wal.html).
 * Throws UnusableStateError, or NewerStateError for a schema from the future.
 */
export function openStateDatabase(
  folder: string,
  name: string,
  migrations: readonly string[],
): DatabaseSync {
  const path = join(folder, `${name}.sqlite`);
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    database = new DatabaseSync(path);
    migrate(database, path, migrations);
    return database;
  } catch (error) {
    database?.close();
    // SQLite and the file system tell what failed; a person needs to know where, and what to do about it.
    throw error instanceof UnusableStateError ? error : unusable(path, error);
  }
}

/** The error for a state file that cannot be read or written. */
export function unusable(path: string, cause: unknown): UnusableStateError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UnusableStateError(
    `${path} cannot be used (${reason}). Check its permissions and the free space, ` +
      'set PRESSPASS_DATA to another folder, or run "npm run reset" to start afresh.',
    { cause },
  );
}

function migrate(database: DatabaseSync, path: string, migrations: readonly string[]): void {
  const row = database.prepare('PRAGMA user_version').get();
  const version = Number(row?.['user_version'] ?? 0);
  if (version > migrations.length) throw new NewerStateError(path, version, migrations.length);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
  migrations.slice(version).forEach((sql, index) => {
    const next = String(version + index + 1);
    database.exec(`BEGIN IMMEDIATE; ${sql}; PRAGMA user_version = ${next}; COMMIT`);
  });
}

/** Runs `work` so that all of its writes are kept, or none. `work` must not wait for anything. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // Half a change must not stay behind; the caller still learns what went wrong.
    database.exec('ROLLBACK');
    throw error;
  }
}
