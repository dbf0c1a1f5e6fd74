/** `npm run reset`: forgets all that the stand-in keeps. */
import { argv, env, exit } from 'node:process';
import { oneLine } from './failure-line.ts';
import { isOurs, lockFolder, removeStateFolder, stateFolderFrom } from './state/state-folder.ts';

const usage =
  'Usage: npm run reset     forgets what the stand-in keeps, in .presspass or at PRESSPASS_DATA';

// It takes no words, so whoever says one means something else, and nothing is forgotten.
const [word] = argv.slice(2);
if (word === '--help' || word === '-h') {
  console.log(usage);
  exit(0);
}
if (word !== undefined) {
  console.error(`What is "${word}"? Nothing was forgotten.\n${usage}`);
  exit(1);
}

const folder = stateFolderFrom(env);
try {
  if (isOurs(folder)) {
    // Whatever is damaged in there: only a stand-in that uses it must not lose it.
    lockFolder(folder)();
    removeStateFolder(folder);
    console.log(`Forgotten: ${folder}`);
  } else {
    console.log(`There was nothing to forget in ${folder}.`);
  }
} catch (failure) {
  // The end of the line: whoever typed the command gets to know.
  console.error(oneLine(failure));
  exit(1);
}
