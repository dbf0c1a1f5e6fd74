import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { StartUpProblem } from '../processes/start-up-problem.ts';
import type { Beginning, Ending, Item, Line } from './backup-lines.ts';
import { Tally } from './backup-lines.ts';
import type { Place } from './files.ts';
import { fileProblem } from './files.ts';
import { isStory, isTime } from './story.ts';
import { LineTooLong, textLines } from './text-lines.ts';

/** What a complete backup says of itself. */
export interface Contents extends Beginning, Ending {}

/** Reads all of a backup, writing nothing; throws `StartUpProblem` unless it is one, whole and unchanged, of stories alone. */
export async function checkBackup(place: Place): Promise<Contents> {
  const tally = new Tally();
  let beginning: Beginning | undefined;
  let ending: Ending | undefined;
  let number = 0;
  let strange: number | undefined;
  for await (const { text, line } of linesOf(place)) {
    number += 1;
    if (ending) throw notWhole(place, 'something follows its end');
    if (!beginning) {
      if (!('presspassBackup' in line)) throw noBackup(place);
      beginning = knownVersion(place, line);
    }
    if ('Item' in line && !isStory(line.Item)) strange ??= number;
    if ('end' in line) ending = line.end;
    else tally.add(text, line);
  }
  if (!beginning) throw noBackup(place);
  if (!ending) throw notWhole(place, 'it is cut short');
  const { stories, trashed, sha256 } = tally.ending();
  if (ending.sha256 !== sha256 || ending.stories !== stories || ending.trashed !== trashed) {
    throw notWhole(place, 'it is not what was saved: its checksum differs');
  }
  // After the checksum: what is only damaged is told so.
  if (strange !== undefined) throw notWhole(place, `line ${strange} is no story`);
  return { ...beginning, ...ending };
}

/** The stories in a backup, one after the other. */
export async function* storiesIn(place: Place): AsyncGenerator<Item> {
  for await (const { line } of linesOf(place)) if ('Item' in line) yield line.Item;
}

async function* linesOf(place: Place): AsyncGenerator<{ text: Buffer; line: Line }> {
  // A failure reaches the loop through the last stream, which `pipeline` breaks off with it.
  const unpacked = pipeline(createReadStream(place.path), createGunzip(), () => undefined);
  try {
    for await (const text of textLines(unpacked)) yield { text, line: lineIn(text) };
  } catch (failure) {
    throw readingProblem(place, failure);
  }
}

function lineIn(text: Buffer): Line {
  const line: unknown = JSON.parse(text.toString());
  if (!isObject(line)) throw new SyntaxError('This line is no object.');
  if ('Item' in line && !isObject(line.Item)) throw new SyntaxError('This item is no object.');
  return line as Line;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function knownVersion(place: Place, beginning: Beginning): Beginning {
  const version: number = beginning.presspassBackup;
  if (version === 1 && !isTime(beginning.startedAt)) throw noBackup(place);
  if (version === 1) return beginning;
  throw new StartUpProblem(
    `${place.name} was made by a newer Presspass, and this one cannot read it.`,
  );
}

function readingProblem(place: Place, failure: unknown): unknown {
  if (failure instanceof StartUpProblem) return failure;
  const code = failure instanceof Error && 'code' in failure ? failure.code : undefined;
  // zlib's words for an end that came too early, and for bytes that are not gzip's.
  if (code === 'Z_BUF_ERROR') return notWhole(place, 'it is cut short');
  if (code === 'Z_DATA_ERROR') return noBackup(place);
  if (typeof code === 'string') return fileProblem(place, code);
  const isStrange = failure instanceof SyntaxError || failure instanceof LineTooLong;
  return isStrange ? noBackup(place) : failure;
}

const notWhole = (place: Place, why: string): StartUpProblem =>
  new StartUpProblem(`${place.name} is no whole backup: ${why}. Nothing was restored.`);

const noBackup = (place: Place): StartUpProblem =>
  new StartUpProblem(`${place.name} is no backup that \`npm run backup\` made.`);
