import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { readJournal } from './journal.ts';
import type { Manifest } from './manifest.ts';
import { nameOf } from './state-database.ts';
import { databaseIn, journalIn } from './state-folder.ts';
import { DamagedStateError } from './unusable-state.ts';

/**
 * Compares every part of the state with its manifest, before SQLite opens any: it would pass over what is missing. Throws
 * DamagedStateError, having written nothing.
 */
export function checkState(folder: string, manifest: Manifest): void {
  const path = databaseIn(folder);
  if (!existsSync(path)) throw new DamagedStateError(path, 'is missing');
  if (statSync(path).size === 0) throw new DamagedStateError(path, 'is empty');
  if (manifest.database) {
    checkDatabase(path, manifest.database);
    checkJournal(journalIn(folder), manifest.journal);
  } else checkInside(path, manifest.id);
}

/** Length and SHA-256 of a whole file, which is read in pieces. */
export function digestOf(path: string): { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(2 ** 20);
  const file = openSync(path, 'r');
  let bytes = 0;
  try {
    for (;;) {
      const count = readSync(file, piece);
      if (count === 0) return { bytes, sha256: hash.digest('hex') };
      hash.update(piece.subarray(0, count));
      bytes += count;
    }
  } finally {
    closeSync(file);
  }
}

function checkDatabase(path: string, wanted: { bytes: number; sha256: string }): void {
  const found = digestOf(path);
  if (found.bytes < wanted.bytes) {
    const [left, all] = [found.bytes, wanted.bytes].map(String);
    throw new DamagedStateError(path, `has lost its end: ${left} of ${all} bytes are left`);
  }
  if (found.sha256 === wanted.sha256) return;
  throw new DamagedStateError(
    path,
    'is not the one that was left here: it is damaged, of another state, or was changed by another program',
  );
}

function checkJournal(path: string, wanted: Manifest['journal']): void {
  const bytes = existsSync(path) ? readFileSync(path) : undefined;
  if (!wanted) {
    if ((readJournal(bytes ?? Buffer.alloc(0))?.commits ?? []).length === 0) return;
    throw new DamagedStateError(path, 'is of another state: the last stop left none');
  }
  if (bytes === undefined) throw new DamagedStateError(path, 'is missing');
  if (bytes.length === 0) throw new DamagedStateError(path, 'is empty');
  const journal = readJournal(bytes);
  if (journal?.salt !== wanted.salt) {
    throw new DamagedStateError(path, 'is damaged, or of another state');
  }
  // The last transaction may not have been acknowledged yet, since the manifest is written after it.
  const isWhole = [journal.commits.at(-1), journal.commits.at(-2)].includes(wanted.bytes);
  if (isWhole) return;
  const isShort = !journal.commits.includes(wanted.bytes);
  const words = isShort ? 'is damaged: writes that were acknowledged are missing' : '';
  throw new DamagedStateError(
    path,
    words || 'holds more than the manifest knows: state.json is an older one',
  );
}

/** The process was killed while the journal went into the database, which has no known bytes then: SQLite has to look. */
function checkInside(path: string, id: string): void {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    const [result] = database.prepare('PRAGMA integrity_check').all();
    const found = String(result?.['integrity_check']);
    if (found !== 'ok')
      throw new DamagedStateError(path, `is damaged (${found.split('\n')[0] ?? ''})`);
    const isOther = database.prepare('SELECT id FROM state').get()?.['id'] !== id;
    if (isOther) throw new DamagedStateError(path, 'is of another state');
  } catch (problem) {
    if (problem instanceof DamagedStateError) throw problem;
    // A database without its tables, above all.
    const named = nameOf(path, problem);
    if (named instanceof DamagedStateError) throw named;
    throw new DamagedStateError(
      path,
      `is damaged (${problem instanceof Error ? problem.message : ''})`,
    );
  } finally {
    database?.close();
  }
}
