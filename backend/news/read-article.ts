import type { Article } from './article.ts';
import { summaryOf } from './article.ts';
import type { ArticlesStore } from './articles-store.ts';

/** A whole published article; undefined when it is unknown or in the trash. */
export async function readArticle(store: ArticlesStore, id: string): Promise<Article | undefined> {
  const article = await store.find(id);
  if (!article || article.deletedAt !== undefined) return undefined;
  return { ...summaryOf(article), body: article.body };
}
