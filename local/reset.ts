import { env, exit } from 'node:process';
import { oneLine } from './failure-line.ts';
import {
  folderInUse,
  isOurs,
  removeStateFolder,
  stateFolderFrom,
  tablesIn,
} from './state-folder.ts';
import { openTables, TablesInUse } from './tables/tables.ts';

/** Throws UnusableStateError while a stand-in has the folder open. */
async function expectUnused(folder: string): Promise<void> {
  try {
    await (await openTables(tablesIn(folder))).close();
  } catch (failure) {
    // Tables too damaged to open are a good reason to start afresh.
    if (failure instanceof TablesInUse) throw folderInUse(folder);
  }
}

const folder = stateFolderFrom(env);
try {
  if (await isOurs(folder)) {
    await expectUnused(folder);
    await removeStateFolder(folder);
    console.log(`Forgotten: ${folder}`);
  } else {
    console.log(`There was nothing to forget in ${folder}.`);
  }
} catch (failure) {
  // The end of the line: whoever typed the command gets to know.
  console.error(oneLine(failure));
  exit(1);
}
