import { existsSync, readFileSync } from 'node:fs';
import { checkState, digestOf } from './check-state.ts';
import { completeFolder } from './complete-folder.ts';
import { journalLength, readJournal } from './journal.ts';
import { ManifestFile, readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { StateDatabase } from './state-database.ts';
import { databaseIn, journalIn, lockFolder, makeFolder, manifestIn } from './state-folder.ts';
import { DamagedStateError, NotWritten, unusable } from './unusable-state.ts';

/** How long the journal may get before it goes into the database, in bytes. */
const LONGEST_JOURNAL = 32 * 1024 * 1024;

/** All that a stand-in keeps: one database, and a manifest that says what its files hold. */
export interface State {
  readonly database: StateDatabase;
  /** When something was noted that happens once, in milliseconds since the epoch. */
  markedAt(name: Mark): number | undefined;
  mark(name: Mark, at: number): void;
  close(): void;
}

/** What happens once in the life of a state. */
type Mark = 'people seeded' | 'articles seeded';

/**
 * Opens the state kept in a folder, after having checked all of it, and makes it at the first start. A start that was cut off
 * anywhere is finished or begun again. Throws UnusableStateError, having changed nothing, when the folder cannot be
 * used, or when anything in it is missing or damaged.
 */
export async function openState(folder: string): Promise<State> {
  makeFolder(folder);
  const unlock = lockFolder(folder);
  try {
    await completeFolder(folder);
    const manifest = readManifest(manifestIn(folder));
    checkState(folder, manifest);
    return new OpenState(folder, manifest, unlock);
  } catch (failure) {
    // Whoever tries again must not find it locked.
    unlock();
    throw unusable(folder, failure);
  }
}

/** What is open in this process, to be closed when it ends: Node closes databases then, and nobody else would note what they hold. */
const openStates = new Set<OpenState>();

process.on('exit', () => {
  for (const state of openStates) {
    try {
      state.close();
    } catch {
      // The folder is gone, say: the process is, too, and nobody is left to be told.
    }
  }
});

class OpenState implements State {
  readonly database: StateDatabase;
  private readonly folder: string;
  private readonly unlock: () => void;
  private readonly file: ManifestFile;
  private readonly pageBytes: number;
  private manifest: Manifest;
  private journalLimit = LONGEST_JOURNAL;

  constructor(folder: string, { id }: Manifest, unlock: () => void) {
    this.folder = folder;
    this.unlock = unlock;
    this.file = new ManifestFile(manifestIn(folder));
    // The database must not change while the manifest says what is in it.
    this.manifest = { id };
    this.file.write(this.manifest);
    this.database = new StateDatabase(databaseIn(folder), () => {
      this.noteCommit();
    });
    this.pageBytes = Number(this.database.prepare('PRAGMA page_size').get()?.['page_size']);
    openStates.add(this);
    try {
      this.startJournal();
    } catch (failure) {
      // Nobody else could close it.
      this.close();
      throw failure;
    }
  }

  markedAt(name: Mark): number | undefined {
    const row = this.database.prepare('SELECT at FROM mark WHERE name = ?').get(name);
    return row && Number(row['at']);
  }

  mark(name: Mark, at: number): void {
    this.database.transaction(() => {
      this.database.prepare('INSERT OR IGNORE INTO mark (name, at) VALUES (?, ?)').run(name, at);
    });
  }

  close(): void {
    if (!openStates.delete(this)) return;
    try {
      this.expectUnchanged();
      this.noteEnd();
    } finally {
      // Where it is damaged, the manifest goes on to say what should be there.
      this.file.close();
      this.unlock();
    }
  }

  private noteEnd(): void {
    this.note({ id: this.manifest.id });
    this.takeJournal();
    this.database.close();
    const { path } = this.database;
    const left = existsSync(journalIn(this.folder))
      ? readFileSync(journalIn(this.folder))
      : undefined;
    const journal = left && readJournal(left);
    this.note({
      id: this.manifest.id,
      database: digestOf(path),
      journal: journal && { salt: journal.salt, bytes: journal.commits.at(-1) ?? 0 },
    });
  }

  /** Nothing but a journal's end changes the database. What has changed otherwise must not get into the manifest. */
  private expectUnchanged(): void {
    const { path } = this.database;
    const wanted = this.manifest.database;
    if (!wanted || digestOf(path).sha256 === wanted.sha256) return;
    throw new DamagedStateError(
      path,
      'was changed while it was in use, by another program or the disk',
    );
  }

  /** Takes the journal into the database, and begins another, whose salt the manifest knows before anything is acknowledged. */
  private startJournal(): void {
    this.expectUnchanged();
    this.note({ id: this.manifest.id });
    this.takeJournal();
    try {
      this.database.transaction(() => {
        this.database.prepare('UPDATE state SET journals = journals + 1').run();
      });
    } finally {
      // Also where there was no room for it.
      this.note({
        id: this.manifest.id,
        database: digestOf(this.database.path),
        journal: this.presentJournal(),
      });
      this.journalLimit = (this.manifest.journal?.bytes ?? 0) + LONGEST_JOURNAL;
    }
  }

  private takeJournal(): void {
    try {
      this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (failure) {
      // Without room for it in the database it stays where it is, and counts on.
      if (!(failure instanceof NotWritten)) throw failure;
    }
  }

  /** After each transaction, and before anybody is told of it. */
  private noteCommit(): void {
    if (!this.manifest.database) return;
    const journal = this.presentJournal();
    this.note({ ...this.manifest, journal });
    if ((journal?.bytes ?? 0) <= this.journalLimit) return;
    try {
      this.startJournal();
    } catch (failure) {
      // What was committed is kept in any case.
      if (!(failure instanceof NotWritten)) endBy(failure);
    }
  }

  /** How much of the journal counts. */
  private presentJournal(): Manifest['journal'] {
    // No checkpoint: it only tells how many frames there are.
    const { log } = this.database.prepare('PRAGMA wal_checkpoint(NOOP)').get() ?? {};
    const bytes = journalLength(Number(log), this.pageBytes);
    if (bytes === 0) return undefined;
    return { salt: this.manifest.journal?.salt ?? saltOf(journalIn(this.folder)), bytes };
  }

  /** Ends the process where that fails: going on would acknowledge what the next start cannot vouch for. */
  private note(manifest: Manifest): void {
    this.manifest = manifest;
    try {
      this.file.write(manifest);
    } catch (failure) {
      endBy(unusable(manifestIn(this.folder), failure));
    }
  }
}

/** Ends the process, and tells whoever waits for an answer. */
function endBy(failure: unknown): never {
  setImmediate(() => {
    throw failure;
  });
  throw failure;
}

function saltOf(journal: string): string {
  return readFileSync(journal).toString('hex', 16, 24);
}
