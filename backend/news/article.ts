import type { components } from '../../contract/generated/news-types.ts';

/** What a list shows of an article. */
export type ArticleSummary = components['schemas']['ArticleSummary'];

/** A whole article. Times are ISO 8601 in UTC with milliseconds. */
export type Article = components['schemas']['Article'];

/** An article in the trash; from `expiresAt` on it is gone for good. */
export type TrashedArticle = components['schemas']['TrashedArticle'];

/** An article as a store keeps it: the two times are there only while it lies in the trash. */
export interface StoredArticle extends Article {
  deletedAt?: string;
  expiresAt?: string;
}

/** Leaves out what a list does not show. */
export function summaryOf(article: Article): ArticleSummary {
  const { id, headline, summary, section, byline, publishedAt, updatedAt, version } = article;
  return { id, headline, summary, section, byline, publishedAt, updatedAt, version };
}
