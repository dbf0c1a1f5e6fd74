import type { Article, ArticleSummary, StoredArticle, TrashedArticle } from './article.ts';

/** One page of a list. `next` is where the following page begins; absent on the last page. */
export interface Page<Item> {
  items: Item[];
  next?: string;
}

/** A stretch of a list, in the list's own order. `before` is the `next` of the page before. */
export interface Stretch {
  limit: number;
  before?: string | undefined;
}

/**
 * Where the articles are. Every write is one conditional write, so that two callers never undo
 * each other's work, and reading one article always sees the latest write.
 */
export interface ArticlesStore {
  /** Puts articles into the list, replacing those with the same id. */
  publish(articles: readonly Article[]): Promise<void>;

  /**
   * Puts a new article into the list; false when there is one with its id, published or in the trash,
   * unless that had expired by `now` (milliseconds since the epoch).
   */
  add(article: Article, now: number): Promise<boolean>;

  /**
   * Newest first, without what lies in the trash. A page may hold fewer items than asked for,
   * even none, and still have a `next`.
   */
  listNews(stretch: Stretch): Promise<Page<ArticleSummary>>;

  /** Last deleted first, without what had expired by `now` (milliseconds since the epoch). */
  listTrash(stretch: Stretch, now: number): Promise<Page<TrashedArticle>>;

  /** The article, published or in the trash; undefined where there is none. */
  find(id: string): Promise<StoredArticle | undefined>;

  /** Moves a published article to the trash; false when no published article has this id. */
  moveToTrash(id: string, times: { deletedAt: string; expiresAt: string }): Promise<boolean>;

  /**
   * Brings back an article as `find` showed it in the trash; false when it has changed since
   * (restored, deleted again, or expired and removed).
   */
  restore(trashed: StoredArticle): Promise<boolean>;
}
