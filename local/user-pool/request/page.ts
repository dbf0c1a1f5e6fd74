import { invalidParameter } from '../cognito-error.ts';
import type { Input } from './input.ts';

/** Which part of a list is asked for: at most `size` items after the one called `after`. */
export interface PageRequest {
  readonly size: number;
  readonly after: string;
}

/** Members that say which page: names and bounds differ from operation to operation. */
interface PageMembers {
  readonly limit: 'Limit' | 'MaxResults';
  readonly token: 'NextToken' | 'PaginationToken';
  readonly min: number;
  readonly max: number;
  /** Set where the limit may not be left out. */
  readonly required?: true;
}

/** Reads limit and token; a limit of 0, where the model allows it, is the largest page. */
export function readPage(input: Input, members: PageMembers): PageRequest {
  const { limit, token, min, max } = members;
  const asked = members.required
    ? input.integer(limit, min, max)
    : input.optionalInteger(limit, min, max);
  const text = input.optionalString(token, { min: 1, max: 131_072, pattern: /^\S+$/ });
  return { size: asked === undefined || asked === 0 ? max : asked, after: readToken(text) };
}

/** Cuts a page off `items`, which are in order of `nameOf` and begin after `after`. */
export function pageOf<T>(
  items: readonly T[],
  { size }: PageRequest,
  nameOf: (item: T) => string,
): { items: T[]; next: string | undefined } {
  const page = items.slice(0, size);
  const last = items.length > size ? page.at(-1) : undefined;
  const next = last === undefined ? undefined : `1.${toText(nameOf(last))}`;
  return { items: page, next };
}

/** The items of an ordered list that come after the page before. */
export function itemsAfter<T>(
  items: readonly T[],
  { after }: PageRequest,
  nameOf: (item: T) => string,
): T[] {
  return items.filter((item) => nameOf(item) > after);
}

function readToken(text: string | undefined): string {
  if (text === undefined) return '';
  const name = Buffer.from(text.slice(2), 'base64url').toString();
  if (text.startsWith('1.') && toText(name) === text.slice(2) && name !== '') return name;
  // The type is AWS's; its wording is not published.
  throw invalidParameter('Invalid pagination token.');
}

function toText(name: string): string {
  return Buffer.from(name).toString('base64url');
}
