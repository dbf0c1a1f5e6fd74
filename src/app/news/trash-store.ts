import { Service, inject } from '@angular/core';
import type { TrashedArticle } from './article';
import { NewsClient } from './news-client';
import { NewsStore, type WriteOutcome } from './news-store';
import { PagedList } from './paged-list';

/** The deleted articles, last deleted first. */
@Service()
export class TrashStore {
  private readonly client = inject(NewsClient);
  private readonly news = inject(NewsStore);
  private readonly list = new PagedList<TrashedArticle>(
    (request) => this.client.listTrash(request),
    (a, b) => b.deletedAt.localeCompare(a.deletedAt) || b.id.localeCompare(a.id),
  );

  readonly items = this.list.items;
  readonly isLoading = this.list.isLoading;
  readonly problem = this.list.problem;
  readonly hasMore = this.list.hasMore;
  readonly isEmpty = this.list.isEmpty;

  loadMore(limit: number): Promise<void> {
    return this.list.loadMore(limit);
  }

  /** Starts again at the article that was deleted last. */
  reload(limit: number): Promise<void> {
    this.list.reset();
    return this.list.loadMore(limit);
  }

  /** Brings articles back into the news, to their old places. */
  async restoreArticles(ids: readonly string[]): Promise<WriteOutcome> {
    const outcome = await this.news.restoreArticles(ids);
    this.list.remove(new Set(outcome.done));
    return outcome;
  }
}
