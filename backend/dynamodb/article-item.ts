import { summaryOf } from '../news/article.ts';
import type { Article, ArticleSummary, StoredArticle, TrashedArticle } from '../news/article.ts';

/** An article as a table's item; `expiresAt` is in seconds since the epoch, for DynamoDB's TTL. */
export interface ArticleItem extends Article {
  listing: string;
  listedAt: string;
  deletedAt?: string;
  expiresAt?: number;
}

/** An article as the index holds it. */
export type ListedItem = Omit<ArticleItem, 'body'>;

/** `2026-11` of an ISO 8601 time, or of a place in a list. */
export const monthOf = (time: string): string => time.slice(0, 7);

/** Where an article stands in the list of its month: by time, and by id where times are equal. */
export const placeAt = (time: string, id: string): string => `${time}#${id}`;

/** The index's partition of a month's news. */
export const newsOf = (month: string): string => `news#${month}`;
/** The index's partition of what was deleted in a month. */
export const trashOf = (month: string): string => `trash#${month}`;

/** Seconds since the epoch, never earlier than the time. */
export const epochSeconds = (time: string): number => Math.ceil(Date.parse(time) / 1000);

/** The item of an article that stands in the news. */
export function publishedItem(article: Article): ArticleItem {
  const { id, publishedAt } = article;
  return {
    ...summaryOf(article),
    body: article.body,
    listing: newsOf(monthOf(publishedAt)),
    listedAt: placeAt(publishedAt, id),
  };
}

/** The article in an item, in the news or in the trash. */
export function storedArticle(item: ArticleItem): StoredArticle {
  const article: StoredArticle = { ...summaryOf(item), body: item.body };
  if (item.deletedAt !== undefined) article.deletedAt = item.deletedAt;
  if (item.expiresAt !== undefined) article.expiresAt = isoTime(item.expiresAt);
  return article;
}

/** What the index knows of an article in the news. */
export function listedSummary(item: ListedItem): ArticleSummary {
  return summaryOf({ ...item, body: '' });
}

/** What the index knows of an article in the trash; throws for one without the times that it must have there. */
export function trashedArticle(item: ListedItem): TrashedArticle {
  const { deletedAt, expiresAt } = item;
  if (deletedAt === undefined || expiresAt === undefined) {
    throw new Error(`Article ${item.id} is listed in the trash without its times.`);
  }
  return { ...listedSummary(item), deletedAt, expiresAt: isoTime(expiresAt) };
}

const isoTime = (seconds: number): string => new Date(seconds * 1000).toISOString();
