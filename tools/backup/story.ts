import { isDeepStrictEqual } from 'node:util';
import { monthOf, newsOf, placeAt, trashOf } from '../../backend/dynamodb/article-item.ts';
import type { Item } from './backup-lines.ts';

const texts = ['id', 'headline', 'summary', 'section', 'byline', 'body'] as const;

/** ISO 8601 in UTC with milliseconds, as stories have their times and backups their beginning. */
const timeForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether a text is a time as it is stored. */
export const isTime = (text: unknown): text is string =>
  typeof text === 'string' && timeForm.test(text) && !Number.isNaN(Date.parse(text));

/**
 * Whether an item is a story as the paper's store writes it, where the store puts it. The checksum of a backup finds what was
 * damaged and not what was forged, and one item in a wrong place is enough: a list would read it, and fail, at every request.
 */
export function isStory(item: Item): boolean {
  const { id, publishedAt, updatedAt, version, listing, listedAt, ...rest } = item;
  const isWhole =
    texts.every((name) => Boolean(item[name]?.S)) &&
    isTime(publishedAt?.S) &&
    isTime(updatedAt?.S) &&
    isCount(version?.N);
  if (!isWhole) return false;
  const place = placeOf(id?.S ?? '', publishedAt.S, rest);
  return isDeepStrictEqual({ listing, listedAt }, place);
}

/** Where the index has it; undefined for one that is half in the trash. */
function placeOf(
  id: string,
  publishedAt: string,
  { deletedAt, expiresAt }: Item,
): Item | undefined {
  if (deletedAt === undefined && expiresAt === undefined) {
    return {
      listing: { S: newsOf(monthOf(publishedAt)) },
      listedAt: { S: placeAt(publishedAt, id) },
    };
  }
  const deleted = deletedAt?.S;
  if (!isTime(deleted) || !isCount(expiresAt?.N)) return undefined;
  return { listing: { S: trashOf(monthOf(deleted)) }, listedAt: { S: placeAt(deleted, id) } };
}

const isCount = (number: unknown): boolean =>
  typeof number === 'string' && /^\d{1,15}$/.test(number);
