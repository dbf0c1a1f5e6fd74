import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { createHash } from 'node:crypto';

/** An item as DynamoDB's own interface has it: `{ "id": { "S": "…" } }`. */
export type Item = Record<string, AttributeValue>;

/** The first line of a backup. */
export interface Beginning {
  presspassBackup: 1;
  table: string;
  /** ISO 8601 in UTC. */
  startedAt: string;
}

/** What a complete backup says of itself in its last line. */
export interface Ending {
  stories: number;
  /** Of these, how many are in the trash. */
  trashed: number;
  /** Of all bytes before the last line, as hexadecimal digits. */
  sha256: string;
}

/**
 * The lines of a backup, each a JSON object. `{ "Item": … }` is what AWS's own exports of a table consist of ("DynamoDB table
 * export output format"); `next` is where the scan went on, so that it can go on there after an interruption.
 */
export type Line = Beginning | { Item: Item } | { next: Item | null } | { end: Ending };

/** Whether a story lies in the trash. */
const isTrashed = (item: Item): boolean => item['deletedAt'] !== undefined;

/** What the last line is made from, line by line. */
export class Tally {
  readonly #hash = createHash('sha256');
  #stories = 0;
  #trashed = 0;

  /** Takes in a line with its line feed. */
  add(text: string | Buffer, line: Line): void {
    this.#hash.update(text);
    if (!('Item' in line)) return;
    this.#stories += 1;
    if (isTrashed(line.Item)) this.#trashed += 1;
  }

  /** What the last line must say now. */
  ending(): Ending {
    const sha256 = this.#hash.copy().digest('hex');
    return { stories: this.#stories, trashed: this.#trashed, sha256 };
  }
}

/** A line as it stands in the file. */
export const textOf = (line: Line): string => `${JSON.stringify(line)}\n`;
