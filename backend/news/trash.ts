import type { ArticleSummary, StoredArticle } from './article.ts';
import { summaryOf } from './article.ts';
import type { ArticlesStore, Page } from './articles-store.ts';

/** How long a deleted article can be brought back, in milliseconds: 30 days. */
export const trashRetention = 30 * 24 * 60 * 60 * 1000;

const batchSize = 100;
const writesAtOnce = 10;
const restoreAttempts = 3;

function timesOfDeletion(now: number): { deletedAt: string; expiresAt: string } {
  return {
    deletedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + trashRetention).toISOString(),
  };
}

/**
 * Whether the trash has let go of an article, even when the table still holds it: DynamoDB's TTL may take days
 * (AWS: "Using time to live (TTL) in DynamoDB").
 */
export const hasExpired = ({ expiresAt }: StoredArticle, now: number): boolean =>
  expiresAt !== undefined && Date.parse(expiresAt) <= now;

/** Moves one article to the trash; false when it is unknown or already there. */
export async function deleteArticle(
  store: ArticlesStore,
  id: string,
  now: number,
): Promise<boolean> {
  return store.moveToTrash(id, timesOfDeletion(now));
}

/**
 * Moves up to 100 articles to the trash and says how many this call moved and whether nothing is
 * left. Two callers may run it at once: each article is moved, and counted, by one of them.
 */
export async function deleteNextBatch(
  store: ArticlesStore,
  now: number,
): Promise<{ deleted: number; done: boolean }> {
  const page = await newestArticles(store);
  const times = timesOfDeletion(now);
  let deleted = 0;
  for (let start = 0; start < page.items.length; start += writesAtOnce) {
    const moves = page.items.slice(start, start + writesAtOnce);
    const moved = await Promise.all(moves.map(({ id }) => store.moveToTrash(id, times)));
    deleted += moved.filter(Boolean).length;
  }
  return { deleted, done: page.next === undefined };
}

/** The newest page that holds anything: earlier batches may have emptied more months than one page looks into. */
async function newestArticles(store: ArticlesStore): Promise<Page<ArticleSummary>> {
  let page = await store.listNews({ limit: batchSize });
  while (page.items.length === 0 && page.next !== undefined) {
    page = await store.listNews({ limit: batchSize, before: page.next });
  }
  return page;
}

/**
 * Brings an article back to its old place in the list. One that is already back is fine; undefined for
 * an unknown or expired one.
 */
export async function restoreArticle(
  store: ArticlesStore,
  id: string,
  now: number,
): Promise<ArticleSummary | undefined> {
  for (let attempt = 0; attempt < restoreAttempts; attempt++) {
    const article = await store.find(id);
    if (!article) return undefined;
    if (article.expiresAt === undefined) return summaryOf(article);
    if (hasExpired(article, now)) return undefined;
    if (await store.restore(article)) return summaryOf(article);
  }
  throw new Error(`Article ${id} kept changing while it was being restored.`);
}
