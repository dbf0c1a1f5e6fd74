import type { Page, Stretch } from '../news/articles-store.ts';
import { monthOf } from './article-item.ts';

/** How many months one call looks into: a call takes bounded time even when all of them are empty. */
const monthsPerCall = 12;

/** What a walk needs: which months there are, newest first, and what one month holds. */
export interface Months<Item extends { listedAt: string }> {
  /** The newest `count` months not after `upTo` (`2026-11`; undefined: all). */
  months(count: number, upTo: string | undefined): Promise<string[]>;
  /** The newest `limit` items of a month that stand before a place. */
  within(month: string, limit: number, before: string | undefined): Promise<Item[]>;
}

/**
 * Collects a stretch of a list from its months. The place where the next page begins is either an
 * item's place or, after a call that looked into enough months, the last month it saw.
 */
export async function walkMonths<Item extends { listedAt: string }>(
  source: Months<Item>,
  { limit, before }: Stretch,
): Promise<Page<Item>> {
  const known = await source.months(monthsPerCall + 1, before && monthOf(before));
  const visited = known.slice(0, monthsPerCall);
  const items: Item[] = [];
  for (const month of visited) {
    items.push(...(await source.within(month, limit + 1 - items.length, before)));
    if (items.length > limit) {
      const page = items.slice(0, limit);
      return { items: page, ...placeAfter(page.at(-1)?.listedAt) };
    }
  }
  return { items, ...placeAfter(known.length > visited.length ? visited.at(-1) : undefined) };
}

const placeAfter = (next: string | undefined): { next?: string } =>
  next === undefined ? {} : { next };
