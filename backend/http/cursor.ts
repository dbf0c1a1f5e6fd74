import { badRequest } from './problem.ts';

/** The lists that have pages. */
export type ListName = 'news' | 'trash';

const longestCursor = 512;
const place =
  /^\d{4}-(0[1-9]|1[0-2])(-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z#[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})?$/;

/** The opaque form of a place in a list. */
export function cursorAt(list: ListName, before: string): string {
  return Buffer.from(JSON.stringify({ list, before })).toString('base64url');
}

/** The place that a cursor of this list stands for; throws 400 for anything that `cursorAt` did not make. */
export function placeOf(list: ListName, cursor: string): string {
  const before = cursor.length > longestCursor ? undefined : decoded(cursor);
  // Made anew and compared, so that list, shape and encoding are all checked at once.
  if (before === undefined || !place.test(before) || cursorAt(list, before) !== cursor) {
    throw badRequest('cursor must be the nextCursor of a page of this list.', 'cursor');
  }
  return before;
}

function decoded(cursor: string): string | undefined {
  try {
    const content: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (typeof content !== 'object' || content === null) return undefined;
    const { before } = content as Record<string, unknown>;
    return typeof before === 'string' ? before : undefined;
  } catch {
    // Not ours, so there is no place to speak of; the caller says so.
    return undefined;
  }
}
