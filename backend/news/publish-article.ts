import { randomUUID } from 'node:crypto';
import type { components } from '../../contract/generated/news-types.ts';
import { articleIdFor } from './article-id.ts';
import type { Article, StoredArticle } from './article.ts';
import type { ArticlesStore } from './articles-store.ts';
import { hasExpired } from './trash.ts';

/** What a publisher sends; `publishedAt` is ISO 8601 in UTC with milliseconds. */
export type NewArticle = components['schemas']['NewArticle'];

/** The article as it stands, and whether this call has published it. */
export interface Publication {
  article: StoredArticle;
  isNew: boolean;
}

const attempts = 3;

/**
 * Publishes an article once for each source id of a publisher: a known one is left as it is, revised or in the
 * trash. Once the trash has let go of it, nothing is known of it any more, and the same source id makes a
 * new article. Without a source id every call makes one. `now` is in milliseconds since the epoch.
 */
export async function publishArticle(
  store: ArticlesStore,
  publisher: string,
  newArticle: NewArticle,
  now: number,
): Promise<Publication> {
  const article = articleFrom(publisher, newArticle, now);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const known = await store.find(article.id);
    if (known && !hasExpired(known, now)) return { article: known, isNew: false };
    if (await store.add(article, now)) return { article, isNew: true };
    // Somebody else was quicker: then it is known now.
  }
  throw new Error(`Article ${article.id} kept changing while it was being published.`);
}

function articleFrom(publisher: string, newArticle: NewArticle, now: number): Article {
  const { sourceId, publishedAt = new Date(now).toISOString(), ...content } = newArticle;
  const id = sourceId === undefined ? randomUUID() : articleIdFor(publisher, sourceId);
  // Nobody has revised it yet, however long ago it appeared elsewhere.
  return { id, ...content, publishedAt, updatedAt: publishedAt, version: 1 };
}
