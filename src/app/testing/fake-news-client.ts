import type { Provider } from '@angular/core';
import type { Article, ArticleSummary, TrashedArticle } from '../news/article';
import { NewsClient, type PageRequest } from '../news/news-client';
import { ApiProblem } from '../shared/api-problem';

/**
 * The news API in memory, with the contract's rules: pages by cursor, soft deletion, 404 for what is
 * not there. `failNext` makes the next call of any kind fail with a problem.
 */
export class FakeNewsClient implements Pick<NewsClient, keyof NewsClient> {
  readonly calls: string[] = [];
  /** How many articles one call of `deleteAllNews` moves. */
  batch = 2;
  private problem: ApiProblem | null = null;
  private gate: Promise<void> = Promise.resolve();

  private trashed: TrashedArticle[] = [];
  private readonly order: ReadonlyMap<string, number>;

  constructor(private published: Article[] = []) {
    this.order = new Map(published.map(({ id }, place) => [id, place]));
  }

  failNext(problem: ApiProblem): void {
    this.problem = problem;
  }

  /** Keeps every following answer back until the function that it returns is called. */
  hold(): () => void {
    let open: () => void = () => undefined;
    this.gate = new Promise((resolve) => {
      open = resolve;
    });
    return open;
  }

  async listNews(request: PageRequest): ReturnType<NewsClient['listNews']> {
    await this.answer('listNews');
    return page(this.published.map(withoutBody), this.order, request);
  }

  async readArticle(id: string): Promise<Article> {
    await this.answer('readArticle');
    return found(this.published.find((article) => article.id === id));
  }

  async deleteArticle(id: string): Promise<void> {
    await this.answer('deleteArticle');
    this.trash([found(this.published.find((article) => article.id === id))]);
  }

  async deleteAllNews(): ReturnType<NewsClient['deleteAllNews']> {
    await this.answer('deleteAllNews');
    const batch = this.published.slice(0, this.batch);
    this.trash(batch);
    return { deleted: batch.length, done: this.published.length === 0 };
  }

  async listTrash(request: PageRequest): ReturnType<NewsClient['listTrash']> {
    await this.answer('listTrash');
    return page(this.trashed, this.order, request);
  }

  async restoreArticle(id: string): Promise<ArticleSummary> {
    await this.answer('restoreArticle');
    const {
      deletedAt: _,
      expiresAt: __,
      ...article
    } = found(this.trashed.find((trashed) => trashed.id === id));
    this.trashed = this.trashed.filter((trashed) => trashed.id !== id);
    this.published.push({ ...article, body: '' });
    return article;
  }

  private async answer(operation: string): Promise<void> {
    this.calls.push(operation);
    await this.gate;
    const { problem } = this;
    this.problem = null;
    if (problem) throw problem;
  }

  private trash(articles: readonly Article[]): void {
    this.published = this.published.filter((article) => !articles.includes(article));
    this.trashed.push(
      ...articles.map((article) => ({
        ...withoutBody(article),
        deletedAt: '2026-11-20T12:00:00.000Z',
        expiresAt: '2026-12-20T12:00:00.000Z',
      })),
    );
  }
}

export function provideFakeNews(client: FakeNewsClient): Provider {
  return { provide: NewsClient, useValue: client };
}

function found<Item>(item: Item | undefined): Item {
  if (!item) throw new ApiProblem('not-found', 'There is no such article.');
  return item;
}

/** Its cursor is the place of the last item in `order`, and so survives that the item goes away. */
function page<Item extends { readonly id: string }>(
  all: readonly Item[],
  order: ReadonlyMap<string, number>,
  { limit, cursor = '-1' }: PageRequest,
): { items: Item[]; nextCursor?: string } {
  const rest = all.filter(({ id }) => (order.get(id) ?? -1) > Number(cursor));
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return last && rest.length > limit
    ? { items, nextCursor: String(order.get(last.id)) }
    : { items };
}

function withoutBody({ body: _, ...summary }: Article): ArticleSummary {
  return summary;
}
