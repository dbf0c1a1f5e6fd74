import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { NewerStateError, UnusableStateError, unusable } from './state-database.ts';

/** The version of everything in the state folder that has none of its own. */
const knownVersion = 1;
const versionFile = 'version';
const seededFile = 'seeded';

/** All that is ever made here. Many folders hold some `version`; these names and no other, only ours. */
const ourNames =
  /^(version|seeded|tables|user-pool-keys\.json(\.new)?|(mailbox|user-pools)\.sqlite(-wal|-shm|-journal)?)$/;

/** What file managers leave wherever somebody looks. */
const strayNames = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/**
 * Makes sure that a folder can hold our state: it is ours, or empty, or not there yet. Throws
 * UnusableStateError, having changed nothing, when it is somebody else's, unreadable, or from a newer version.
 */
export async function checkStateFolder(folder: string): Promise<void> {
  const version = await versionOf(folder);
  // First, since a newer Presspass may keep more here than these names.
  if (version > knownVersion) throw new NewerStateError(folder, version, knownVersion);
  if (!(await isOurs(folder))) return;
  if (!Number.isInteger(version)) {
    throw new UnusableStateError(
      `${folder} is damaged: its version is unreadable. Delete the folder, or set PRESSPASS_DATA to another.`,
    );
  }
}

/** Makes the folder, if need be, and marks it as ours; only this user may look inside. */
export async function claimStateFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    if ((await readdir(folder)).includes(versionFile)) return;
    await writeFile(join(folder, versionFile), `${String(knownVersion)}\n`);
  } catch (failure) {
    // Said in our words: where, and what to do.
    throw unusable(folder, failure);
  }
}

/** One folder after the other: `recursive` never comes back where none can be made, as below /proc. */
async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let path = resolve(folder); !existsSync(path); path = dirname(path)) missing.unshift(path);
  for (const path of missing) await mkdir(path, { mode: 0o700 });
}

/** The folder that `PRESSPASS_DATA` names; `.presspass` beside the project's `package.json` when it names none. */
export function stateFolderFrom(env: NodeJS.ProcessEnv): string {
  const named = env['PRESSPASS_DATA'] ?? '';
  return named === '' ? join(import.meta.dirname, '../.presspass') : named;
}

/** Where the tables are kept; LevelDB's lock in there says whether a stand-in is using the folder. */
export const tablesIn = (folder: string): string => join(folder, 'tables');

export const folderInUse = (folder: string): UnusableStateError =>
  new UnusableStateError(
    `${folder} is in use by another stand-in. Stop it, or set PRESSPASS_DATA to another folder.`,
  );

export const unfitItems = (folder: string): UnusableStateError =>
  new UnusableStateError(
    `The stories in ${folder} do not fit this version's table. Save them with "npm run backup" in the version that wrote them, ` +
      'then run "npm run reset" here. Nothing was changed.',
  );

/** Whether the folder holds our state; false also when there is none. Throws UnusableStateError when it holds other files. */
export async function isOurs(folder: string): Promise<boolean> {
  const entries = await entriesOf(folder);
  if (entries.length === 0) return false;
  const foreign = entries.find((name) => !ourNames.test(name) && !strayNames.includes(name));
  if (foreign !== undefined) throw notOurs(folder, foreign);
  if (!entries.includes(versionFile)) throw notOurs(folder, entries[0] ?? '');
  return true;
}

/** Forgets all state. */
export async function removeStateFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true });
}

/** Whether the first articles have been published here, even if all of them are deleted by now. */
export const isSeeded = async (folder: string): Promise<boolean> =>
  (await entriesOf(folder)).includes(seededFile);

export async function markSeeded(folder: string): Promise<void> {
  await writeFile(join(folder, seededFile), 'The first articles have been published.\n');
}

const notOurs = (folder: string, name: string): UnusableStateError =>
  new UnusableStateError(
    `${folder} holds files that are not ours ("${name}"). Set PRESSPASS_DATA to an empty folder, or to one that does not exist.`,
  );

/** NaN where there is none, or none that can be understood. */
async function versionOf(folder: string): Promise<number> {
  const isThere = (await entriesOf(folder)).includes(versionFile);
  return isThere ? Number((await read(join(folder, versionFile))).trim() || NaN) : NaN;
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
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

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (failure) {
    // Said in our words: where, and what to do.
    throw unusable(path, failure);
  }
}
