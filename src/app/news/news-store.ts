import { Service, computed, inject, signal } from '@angular/core';
import { ApiProblem } from '../shared/api-problem';
import type { Article, ArticleSummary } from './article';
import { NewsClient } from './news-client';
import { PagedList } from './paged-list';

/** How many deletions or restorations are under way at once. */
const parallelWrites = 4;

/** What became of a write to several articles: those done, and the first problem of the others. */
export interface WriteOutcome {
  readonly done: readonly string[];
  readonly problem?: ApiProblem;
}

/** The published news, newest first: one list for the front page and the desk. */
@Service()
export class NewsStore {
  private readonly client = inject(NewsClient);
  private readonly list = new PagedList<ArticleSummary>(
    (request) => this.client.listNews(request),
    newestFirst,
  );
  /** How many articles the front page shows; the desk may have loaded many more. */
  private readonly frontPageLength = signal(0);

  readonly items = this.list.items;
  readonly isLoading = this.list.isLoading;
  readonly isSlow = this.list.isSlow;
  readonly problem = this.list.problem;
  readonly hasMore = this.list.hasMore;
  readonly isEmpty = this.list.isEmpty;

  readonly frontPage = computed(() => this.items().slice(0, this.frontPageLength()));
  readonly hasMoreForFrontPage = computed(
    () => this.hasMore() || this.items().length > this.frontPageLength(),
  );

  loadMore(limit: number): Promise<void> {
    return this.list.loadMore(limit);
  }

  /** Lets the front page show `count` more articles, and fetches them where they are not here yet. */
  async growFrontPage(count: number): Promise<void> {
    const wanted = Math.min(this.frontPageLength(), this.items().length) + count;
    this.frontPageLength.set(wanted);
    while (this.items().length < wanted && this.hasMore()) {
      await this.list.loadMore(count);
      if (this.problem() !== null) return;
    }
  }

  readArticle(id: string): Promise<Article> {
    return this.client.readArticle(id);
  }

  /** Moves articles to the trash. One that is gone already counts as done: the wish is fulfilled. */
  async deleteArticles(ids: readonly string[]): Promise<WriteOutcome> {
    const outcome = await writeEach(ids, (id) => this.client.deleteArticle(id).catch(ignoreGone));
    this.list.remove(new Set(outcome.done));
    return outcome;
  }

  /** Brings articles back from the trash, to their old places. */
  async restoreArticles(ids: readonly string[]): Promise<WriteOutcome> {
    const restored: ArticleSummary[] = [];
    const outcome = await writeEach(ids, async (id) => {
      restored.push(await this.client.restoreArticle(id));
    });
    this.list.insert(restored);
    return outcome;
  }

  /**
   * Moves everything to the trash, batch by batch, until nothing is left or `signal` is aborted.
   * Tells `onProgress` how many are deleted so far; resolves to that number in the end.
   */
  async deleteAll(onProgress: (deleted: number) => void, signal: AbortSignal): Promise<number> {
    let deleted = 0;
    let isDone = false;
    try {
      while (!isDone && !signal.aborted) {
        const progress = await this.client.deleteAllNews();
        deleted += progress.deleted;
        isDone = progress.done;
        onProgress(deleted);
      }
    } finally {
      if (isDone) this.list.clear();
      else this.list.reset();
    }
    return deleted;
  }
}

function newestFirst(a: ArticleSummary, b: ArticleSummary): number {
  return b.publishedAt.localeCompare(a.publishedAt) || b.id.localeCompare(a.id);
}

function ignoreGone(error: unknown): void {
  if (!(error instanceof ApiProblem && error.kind === 'not-found')) throw error;
}

async function writeEach(
  ids: readonly string[],
  write: (id: string) => Promise<unknown>,
): Promise<WriteOutcome> {
  const waiting = [...ids];
  const done: string[] = [];
  let problem: ApiProblem | undefined;
  const worker = async () => {
    for (let id = waiting.shift(); id !== undefined && !problem; id = waiting.shift()) {
      try {
        await write(id);
        done.push(id);
      } catch (error) {
        // The first problem stops the rest: with the server away, the others would fail alike.
        if (!(error instanceof ApiProblem)) throw error;
        problem = error;
      }
    }
  };
  await Promise.all(Array.from({ length: parallelWrites }, worker));
  return problem ? { done, problem } : { done };
}
