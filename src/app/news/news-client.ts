import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { type Observable, firstValueFrom } from 'rxjs';
import { newsOperations, type NewsOperationId } from '../../../contract/generated/news-operations';
import { toApiProblem } from '../shared/api-problem';
import type { Article, ArticleSummary, DeletionProgress, NewsPage, TrashPage } from './article';

/** Milliseconds; API Gateway itself gives up after 29 s. */
const timeout = 30_000;

export interface PageRequest {
  /** 1–100. */
  readonly limit: number;
  /** `nextCursor` of the page before; none for the first page. */
  readonly cursor?: string | undefined;
}

/** The news API, one method per operation of `contract/news.yaml`. Every method rejects with an `ApiProblem`. */
@Service()
export class NewsClient {
  private readonly http = inject(HttpClient);

  listNews(page: PageRequest): Promise<NewsPage> {
    return this.call<NewsPage>('listNews', { page });
  }

  readArticle(id: string): Promise<Article> {
    return this.call<Article>('readArticle', { id });
  }

  deleteArticle(id: string): Promise<void> {
    return this.call<undefined>('deleteArticle', { id });
  }

  /** Deletes one bounded batch; call again until `done`. */
  deleteAllNews(): Promise<DeletionProgress> {
    return this.call<DeletionProgress>('deleteAllNews');
  }

  listTrash(page: PageRequest): Promise<TrashPage> {
    return this.call<TrashPage>('listTrash', { page });
  }

  restoreArticle(id: string): Promise<ArticleSummary> {
    return this.call<ArticleSummary>('restoreArticle', { id });
  }

  private call<Answer>(
    operationId: NewsOperationId,
    { id = '', page }: { id?: string; page?: PageRequest } = {},
  ): Promise<Answer> {
    const { method, path } = newsOperations[operationId];
    const answer: Observable<Answer> = this.http.request<Answer>(
      method,
      path.replace('{id}', encodeURIComponent(id)),
      { params: page ? pageParameters(page) : {}, timeout },
    );
    return firstValueFrom(answer).catch((error: unknown) => {
      throw toApiProblem(error);
    });
  }
}

function pageParameters({ limit, cursor }: PageRequest): Record<string, string | number> {
  return cursor === undefined ? { limit } : { limit, cursor };
}
