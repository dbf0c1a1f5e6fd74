import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { monthsListing } from '../../backend/dynamodb/listings.ts';
import type { ArticlesTable } from './articles-table-at.ts';
import { textOf } from './backup-lines.ts';
import type { Ending, Item, Line, Tally } from './backup-lines.ts';
import type { Place } from './files.ts';
import { fileProblem } from './files.ts';
import { onlyMine, openPart } from './part.ts';

/** A backup that was made. */
export interface Saved extends Ending {
  /** When an interrupted one had begun that this one went on with. */
  continued: string | undefined;
}

/** A backup that failed on its way; its cause is why, and what was read so far is in `part`. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
  /** What to do with the part. */
  readonly advice: string;

  constructor(part: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.advice = `What was read so far is in ${part}. Run the same again to go on from there, or delete that file to begin anew.`;
  }
}

/**
 * Saves every story of a table into a file, read with strong consistency, a page at a time. Until all is there it is in
 * `<file>.part`, and whoever runs it again goes on where that ends. Throws `StartUpProblem` when the file exists, and `BrokenOff` when
 * there is something to go on with.
 */
export async function saveTable(table: ArticlesTable, file: Place, now: Date): Promise<Saved> {
  await expectNew(file);
  const partPath = `${file.path}.part`;
  const part = await openPart({ name: `${file.name}.part`, path: partPath }, table.name, now);
  try {
    try {
      await savePages(table, part);
      await part.file.appendFile(textOf({ end: part.tally.ending() }));
    } finally {
      await part.file.close();
    }
    await pack(partPath, file.path);
  } catch (failure) {
    // Without a page in it there is nothing to go on with.
    if (part.next !== undefined) throw new BrokenOff(`${file.name}.part`, failure);
    await rm(partPath, { force: true });
    throw failure;
  }
  return { ...part.tally.ending(), continued: part.continued };
}

async function expectNew(file: Place): Promise<void> {
  const isThere = await access(file.path).then(
    () => true,
    () => false, // as it should be; what else may be wrong shows on writing
  );
  if (isThere) throw fileProblem(file, 'EEXIST');
}

interface Part {
  file: FileHandle;
  tally: Tally;
  next: Item | null | undefined;
}

async function savePages(table: ArticlesTable, part: Part): Promise<void> {
  const { file, tally } = part;
  for (let from = part.next; from !== null;) {
    const { Items = [], LastEvaluatedKey = null } = await table.client.send(
      new ScanCommand({ TableName: table.name, ConsistentRead: true, ExclusiveStartKey: from }),
    );
    // Which months have news follows from the stories, and is made anew from them.
    const stories = Items.filter(({ listing }) => listing?.S !== monthsListing);
    const lines: Line[] = [...stories.map((Item) => ({ Item })), { next: LastEvaluatedKey }];
    const texts = lines.map(textOf);
    for (const [index, line] of lines.entries()) tally.add(texts[index] ?? '', line);
    await file.appendFile(texts.join(''));
    from = LastEvaluatedKey;
    part.next = from;
  }
}

/** The backup appears under its name when it is whole, and not before. */
async function pack(from: string, to: string): Promise<void> {
  const packing = `${to}.packing`;
  // Left by an interruption, or laid out by somebody: what is made anew belongs to this user.
  await rm(packing, { force: true });
  try {
    await pipeline(
      createReadStream(from),
      createGzip(),
      createWriteStream(packing, { flags: 'wx', mode: onlyMine, flush: true }),
    );
    await rename(packing, to);
  } catch (failure) {
    // It is made anew from the part.
    await rm(packing, { force: true });
    throw failure;
  }
  await rm(from);
}
