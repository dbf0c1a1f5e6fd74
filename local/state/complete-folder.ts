import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { digestOf } from './check-state.ts';
import { fillFromFirstFormat, removeFirstFormat } from './first-format.ts';
import { makeManifest } from './manifest.ts';
import { StateDatabase } from './state-database.ts';
import {
  contentOf,
  databaseIn,
  manifestIn,
  markFolder,
  removeLock,
  removeParts,
} from './state-folder.ts';

/** Makes what is not there yet in a folder: the state, or what is left to do of a start that was cut off. */
export async function completeFolder(folder: string): Promise<void> {
  const content = contentOf(folder);
  if (content === 'state') return;
  if (content === 'nothing') markFolder(folder, 'half a first start');
  if (content === 'first format') await adoptFirstFormat(folder);
  else if (content !== 'adopted first format') {
    removeParts(folder);
    await makeState(folder);
    // From here on there is a state, and nothing in it may get lost.
    markFolder(folder, 'state');
  }
  if (removeFirstFormat(folder)) markFolder(folder, 'state');
}

/** Makes a state beside the old files, which count until it is whole; without it, the release that wrote them can go on. */
async function adoptFirstFormat(folder: string): Promise<void> {
  removeParts(folder);
  try {
    await makeState(folder, fillFromFirstFormat);
  } catch (failure) {
    // As it was.
    removeParts(folder);
    removeLock(folder);
    throw failure;
  }
  markFolder(folder, 'adopted first format');
}

async function makeState(folder: string, fill?: typeof fillFromFirstFormat): Promise<void> {
  const path = databaseIn(folder);
  // Mails with codes and password verifiers are kept: for this user alone.
  closeSync(openSync(path, 'a', 0o600));
  const id = randomUUID();
  const database = new StateDatabase(path);
  // Whatever ends it before it is whole, it is made anew; the disk has it before the manifest says that it is there.
  database.exec('PRAGMA synchronous = OFF');
  try {
    database.transaction(() => {
      database.exec(tables);
      database.prepare('INSERT INTO state (id, journals) VALUES (?, 0)').run(id);
    });
    await fill?.(folder, database);
  } finally {
    // The journal goes into the database with it.
    database.close();
  }
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
  makeManifest(manifestIn(folder), { id, database: digestOf(path) });
}

const tables = `
  CREATE TABLE state (id TEXT PRIMARY KEY, journals INTEGER NOT NULL) STRICT;
  CREATE TABLE part (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT;
  CREATE TABLE mark (name TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT`;
