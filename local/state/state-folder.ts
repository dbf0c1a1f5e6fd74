import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { firstFormatFiles } from './first-format-files.ts';
import { replaceFile } from './replace-file.ts';
import {
  DamagedStateError,
  NewerStateError,
  UnusableStateError,
  unusable,
} from './unusable-state.ts';

/** The version of the folder as a whole: which files it has, and what they mean. */
const knownVersion = 2;
const versionFile = 'version';

/**
 * What the folder holds: nothing yet; a first start that was cut off, and never acknowledged anything; state of the first
 * format; the same, taken over, with its old files still there; or a state.
 */
export type FolderContent =
  'nothing' | 'half a first start' | 'first format' | 'adopted first format' | 'state';

/** What `version` says. */
const versionTexts = {
  'half a first start': `${String(knownVersion)} starting\n`,
  'adopted first format': `${String(knownVersion)} adopting\n`,
  state: `${String(knownVersion)}\n`,
} as const;

export const databaseIn = (folder: string): string => join(folder, 'presspass.sqlite');
export const journalIn = (folder: string): string => `${databaseIn(folder)}-wal`;
export const manifestIn = (folder: string): string => join(folder, 'state.json');
const lockIn = (folder: string): string => join(folder, 'lock');
const versionIn = (folder: string): string => join(folder, versionFile);

/** All that is ever made here. Many folders hold some `version`; these names and no other, only ours. */
const ourNames =
  /^(version(\.new)?|lock|state\.json(\.new)?|presspass\.sqlite(-wal|-shm|-journal)?)$/;

/** Nobody else has these, so that what is left of a damaged state is still known to be ours. */
const telling = ['presspass.sqlite', 'user-pools.sqlite', 'user-pool-keys.json'];

/** What file managers leave wherever somebody looks. */
const strayNames = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/** What is there before a first start has said that the folder is its own. */
const beforeVersion = ['lock', 'version.new', ...strayNames];

/**
 * What a folder holds, which is ours, or empty, or not there yet. Throws UnusableStateError, having changed nothing, when it
 * is somebody else's, unreadable, damaged, or from a newer version.
 */
export function contentOf(folder: string): FolderContent {
  const entries = entriesOf(folder);
  const text = entries.includes(versionFile) ? read(versionIn(folder)) : undefined;
  const version = /^\d+\n$/.test(text ?? '') ? Number(text) : NaN;
  // First, since a newer Presspass may keep more here than these names.
  if (version > knownVersion) throw new NewerStateError(folder, version, knownVersion);
  if (!isOurs(folder)) return 'nothing';
  if (text === undefined) throw new DamagedStateError(versionIn(folder), 'is missing');
  const known = contents.find((content) => versionTexts[content] === text);
  const old = entries.find((name) => firstFormatFiles.test(name));
  // SQLite has one until the first start is over, and would take the database back to it.
  const undoing = entries.find((name) => name === 'presspass.sqlite-journal');
  if (known === 'state' && (old ?? undoing) !== undefined) {
    throw new DamagedStateError(
      join(folder, old ?? undoing ?? ''),
      'does not belong to this state',
    );
  }
  if (known) return known;
  if (version !== 1) throw new DamagedStateError(versionIn(folder), 'is damaged');
  if (old === undefined && entries.includes('presspass.sqlite')) {
    throw new DamagedStateError(versionIn(folder), 'is of another state');
  }
  return 'first format';
}

const contents = ['half a first start', 'adopted first format', 'state'] as const;

/** Makes the folder unless it is there; only this user may look inside. Throws UnusableStateError. */
export function makeFolder(folder: string): void {
  try {
    const missing: string[] = [];
    for (let path = resolve(folder); !existsSync(path); path = dirname(path)) missing.unshift(path);
    // One after the other: `recursive` never comes back where none can be made, as below /proc.
    for (const path of missing) mkdirSync(path, { mode: 0o700 });
  } catch (failure) {
    // Said in our words: where, and what to do.
    throw unusable(folder, failure);
  }
}

/** Notes what the folder holds from now on. */
export function markFolder(folder: string, as: keyof typeof versionTexts): void {
  replaceFile(versionIn(folder), versionTexts[as]);
}

/** https://www.sqlite.org/rescode.html */
const BUSY = 5;
const NOT_A_DATABASE = 26;

/**
 * Keeps every other process out until the returned function is called, or until this process ends, however it does.
 * Throws UnusableStateError when another one is in.
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(lockIn(folder), { open: false });
  try {
    // A lock of the operating system, by way of SQLite: Node has none.
    lock.open();
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return () => {
      if (lock.isOpen) lock.close();
    };
  } catch (failure) {
    if (lock.isOpen) lock.close();
    const code = failure instanceof Error && 'errcode' in failure ? failure.errcode : undefined;
    if (code === BUSY) throw folderInUse(folder);
    if (code !== NOT_A_DATABASE) throw unusable(lockIn(folder), failure);
    // Somebody has written into it. It holds nothing, and nobody holds it: that is looked at first.
    truncateSync(lockIn(folder));
    return lockFolder(folder);
  }
}

/** Removes the file of the lock, which earlier releases take for somebody else's. */
export function removeLock(folder: string): void {
  rmSync(lockIn(folder));
}

/** Removes all but the version and the lock: what a first start has left that did not come to its end. */
export function removeParts(folder: string): void {
  for (const name of entriesOf(folder)) {
    const isPart = /^(presspass\.sqlite|state\.json)/.test(name);
    if (isPart) rmSync(join(folder, name));
  }
}

/** The folder that `PRESSPASS_DATA` names; `.presspass` beside the project's `package.json` when it names none. */
export function stateFolderFrom(env: NodeJS.ProcessEnv): string {
  const named = env['PRESSPASS_DATA'] ?? '';
  return named === '' ? join(import.meta.dirname, '../../.presspass') : named;
}

export const folderInUse = (folder: string): UnusableStateError =>
  new UnusableStateError(
    `${folder} is in use by another stand-in. Stop it, or set PRESSPASS_DATA to another folder.`,
  );

export const unfitItems = (folder: string): UnusableStateError =>
  new UnusableStateError(
    `The stories in ${folder} do not fit this version's table. Save them with "npm run backup" in the version that wrote them, ` +
      'then run "npm run reset" here. Nothing was changed.',
  );

/** Whether the folder holds our state, whole or not; false also when there is none. Throws UnusableStateError when it holds other files. */
export function isOurs(folder: string): boolean {
  const entries = entriesOf(folder);
  if (entries.every((name) => beforeVersion.includes(name))) return false;
  const foreign = entries.find((name) => !isKnown(name));
  if (foreign !== undefined) throw notOurs(folder, foreign);
  const isTelling = [versionFile, ...telling].some((name) => entries.includes(name));
  if (!isTelling) throw notOurs(folder, entries[0] ?? '');
  return true;
}

/** Forgets all state. */
export function removeStateFolder(folder: string): void {
  rmSync(folder, { recursive: true });
}

function isKnown(name: string): boolean {
  return ourNames.test(name) || firstFormatFiles.test(name) || strayNames.includes(name);
}

const notOurs = (folder: string, name: string): UnusableStateError =>
  new UnusableStateError(
    `${folder} holds files that are not ours ("${name}"). Set PRESSPASS_DATA to an empty folder, or to one that does not exist.`,
  );

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (failure) {
    // No folder yet is fine; anything else is not.
    const code = failure instanceof Error && 'code' in failure ? failure.code : undefined;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') {
      throw new UnusableStateError(
        `${folder} is a file, not a folder. Set PRESSPASS_DATA to a folder, or to nothing.`,
      );
    }
    throw unusable(folder, failure);
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch (failure) {
    // Said in our words: where, and what to do.
    throw unusable(path, failure);
  }
}
