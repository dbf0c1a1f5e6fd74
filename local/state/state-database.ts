import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { DamagedStateError, NewerStateError, NotWritten } from './unusable-state.ts';

type Row = Record<string, SQLOutputValue>;

/** A statement of SQL. `run` is for writes. */
export interface Statement {
  get(...values: SQLInputValue[]): Row | undefined;
  all(...values: SQLInputValue[]): Row[];
  run(...values: SQLInputValue[]): { readonly changes: number | bigint };
}

/**
 * The one SQLite database that all state is in. What is written, is written in a transaction: all of it is kept, or
 * nothing. WAL keeps every committed transaction when the process is killed (https://www.sqlite.org/wal.html).
 */
export class StateDatabase {
  readonly path: string;
  private readonly database: DatabaseSync;
  private readonly committed: () => void;
  private readonly statements = new Map<string, StatementSync>();
  private readonly forgetful = new Set<() => void>();
  private hasWritten = false;

  /** Opens or makes the database; `committed` is called after each transaction that has written. */
  constructor(path: string, committed: () => void = () => undefined) {
    this.path = path;
    this.committed = committed;
    this.database = new DatabaseSync(path);
    // When the journal goes into the database is for the manifest to decide: it says what both hold.
    this.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0');
    this.exec('PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
  }

  /** The statement for some SQL, compiled once. Its `run` throws unless a transaction is under way. */
  prepare(sql: string): Statement {
    const statement = this.statements.get(sql) ?? this.database.prepare(sql);
    this.statements.set(sql, statement);
    return {
      get: (...values) => this.endedByDamage(() => statement.get(...values)),
      all: (...values) => this.endedByDamage(() => statement.all(...values)),
      run: (...values) => {
        if (!this.database.isTransaction) {
          throw new Error(`A write outside of a transaction could be half of one: ${sql}`);
        }
        this.hasWritten = true;
        return this.endedByDamage(() => statement.run(...values));
      },
    };
  }

  /** Runs statements without values or results: pragmas and definitions. */
  exec(sql: string): void {
    this.named(() => {
      this.database.exec(sql);
    });
  }

  /**
   * Runs `work` so that all of its writes are kept, or none: none when it throws. Inside of another transaction it is a
   * part of that one. `work` must not wait for anything. Throws NotWritten when the disk refuses.
   */
  transaction<Result>(work: () => Result): Result {
    if (this.database.isTransaction) return work();
    const result = this.wholly(work);
    if (this.hasWritten) this.committed();
    return result;
  }

  /** `forget` is called when writes were taken back, for whoever keeps a copy of them in memory. */
  onRollback(forget: () => void): void {
    this.forgetful.add(forget);
  }

  /**
   * Applies those migrations of a part of the state that it has not seen; a migration's place in its list is the
   * version of the part. Throws NewerStateError for one from the future.
   */
  migrate(part: string, migrations: readonly string[]): void {
    this.transaction(() => {
      const row = this.prepare('SELECT version FROM part WHERE name = ?').get(part);
      const version = Number(row?.['version'] ?? 0);
      if (version > migrations.length) {
        throw new NewerStateError(`${this.path} (${part})`, version, migrations.length);
      }
      if (version === migrations.length) return;
      for (const migration of migrations.slice(version)) this.exec(migration);
      this.prepare('INSERT OR REPLACE INTO part (name, version) VALUES (?, ?)').run(
        part,
        migrations.length,
      );
    });
  }

  close(): void {
    this.database.close();
  }

  private wholly<Result>(work: () => Result): Result {
    this.hasWritten = false;
    this.exec('BEGIN');
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (problem) {
      // Half a change must not stay behind; the caller still learns what went wrong.
      this.rollBack();
      throw problem;
    }
  }

  private rollBack(): void {
    // SQLite has ended it by itself where the disk was full.
    if (this.database.isTransaction) this.database.exec('ROLLBACK');
    for (const forget of this.forgetful) forget();
  }

  /** What is damaged while it is in use ends the process, before anything is written over it. */
  private endedByDamage<Result>(work: () => Result): Result {
    try {
      return this.named(work);
    } catch (problem) {
      if (problem instanceof DamagedStateError) {
        // Nobody in between may take it for the failure of one request.
        setImmediate(() => {
          throw problem;
        });
      }
      throw problem;
    }
  }

  /** Gives the failures of the disk their names. */
  private named<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (problem) {
      // Everything else is the caller's to name.
      throw nameOf(this.path, problem);
    }
  }
}

/** https://www.sqlite.org/rescode.html: the low byte of a result code. */
const results = {
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
};
const refusals = [results.readOnly, results.ioError, results.full, results.cannotOpen];
const damages = [results.corrupt, results.notADatabase];

/** A failure of SQLite as NotWritten or DamagedStateError, where it is one. */
export function nameOf(path: string, problem: unknown): unknown {
  const code = problem instanceof Error && 'errcode' in problem ? Number(problem.errcode) : 0;
  const words = problem instanceof Error ? problem.message : '';
  if (damages.includes(code & 0xff)) return new DamagedStateError(path, `is damaged (${words})`);
  if (!refusals.includes(code & 0xff)) return problem;
  const cause =
    (code & 0xff) === results.full ? 'The disk is full' : 'The disk cannot be written to';
  return new NotWritten(
    `${cause}, so nothing was written (${path}: ${words}). Free some space and try again; all that was acknowledged is kept.`,
    { cause: problem },
  );
}
