import { constants, createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { StartUpProblem } from '../processes/start-up-problem.ts';
import { Tally, textOf } from './backup-lines.ts';
import type { Beginning, Item, Line } from './backup-lines.ts';
import type { Place } from './files.ts';
import { fileProblem } from './files.ts';
import { textLines } from './text-lines.ts';

/** A backup that is not whole yet. */
export interface Part {
  /** Opened for appending. */
  file: FileHandle;
  /** Of what is in it so far. */
  tally: Tally;
  /** Where the scan goes on; null when it was through, undefined at the beginning. */
  next: Item | null | undefined;
  /** When the interrupted backup had begun that this goes on with; undefined for a new one. */
  continued: string | undefined;
}

/** What a reader pays for with an account is in it: for this user alone. */
export const onlyMine = 0o600;

/** The file itself, and not what a link of its name leads to. */
const appending = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;

/** Opens what an interrupted backup has left, cut back to its last whole page, or begins a new one. */
export async function openPart(place: Place, table: string, now: Date): Promise<Part> {
  try {
    const file = await open(place.path, appending, onlyMine);
    try {
      // One that was laid out here beforehand has a mode of its own, and perhaps an owner, whom this fails for.
      await file.chmod(onlyMine);
      return await continued(file, place, table, now);
    } catch (failure) {
      // Nobody else knows the file yet.
      await file.close();
      throw failure;
    }
  } catch (failure) {
    const code = failure instanceof Error && 'code' in failure ? failure.code : undefined;
    throw typeof code === 'string' ? fileProblem(place, code) : failure;
  }
}

async function continued(file: FileHandle, place: Place, table: string, now: Date): Promise<Part> {
  const pages = await wholePages(place);
  if (!pages) {
    await file.truncate(0);
    const beginning: Line = { presspassBackup: 1, table, startedAt: now.toISOString() };
    const tally = new Tally();
    tally.add(textOf(beginning), beginning);
    await file.appendFile(textOf(beginning));
    return { file, tally, next: undefined, continued: undefined };
  }
  const { beginning, length, tally, next } = pages;
  if (beginning.table !== table) {
    throw new StartUpProblem(
      `${place.name} is what is left of a backup of ${beginning.table}. Delete it, or give another name.`,
    );
  }
  await file.truncate(length);
  return { file, tally, next, continued: beginning.startedAt };
}

interface Pages {
  beginning: Beginning;
  /** How many bytes they take. */
  length: number;
  tally: Tally;
  next: Item | null;
}

/** The pages that were written whole; undefined when there is none. */
async function wholePages(place: Place): Promise<Pages | undefined> {
  const tally = new Tally();
  let beginning: Beginning | undefined;
  let pages: Pages | undefined;
  let page: [text: Buffer, line: Line][] = [];
  for await (const text of textLines(createReadStream(place.path))) {
    const line = lineIn(place, text);
    if ('end' in line) break;
    beginning ??= beginningIn(place, line);
    page.push([text, line]);
    if (!('next' in line)) continue;
    for (const entry of page) tally.add(...entry);
    const bytes = page.reduce((sum, [text]) => sum + text.length, 0);
    pages = { beginning, length: (pages?.length ?? 0) + bytes, tally, next: line.next };
    page = [];
  }
  return pages;
}

function beginningIn(place: Place, line: Line): Beginning {
  if ('presspassBackup' in line) return line;
  throw notOurs(place);
}

function lineIn(place: Place, text: Buffer): Line {
  try {
    return JSON.parse(text.toString()) as Line;
  } catch {
    // Its lines are ours or it is somebody else's file.
    throw notOurs(place);
  }
}

const notOurs = (place: Place): StartUpProblem =>
  new StartUpProblem(
    `${place.name} is in the way, and is not what an interrupted backup leaves. Move it, or give another name.`,
  );
