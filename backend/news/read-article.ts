import type { Article } from './article.ts';
import { summaryOf } from './article.ts';
import type { ArticlesStore } from './articles-store.ts';
import { NoSuchArticle } from './no-such-article.ts';

/** A whole published article; throws `NoSuchArticle` also for one in the trash. */
export async function readArticle(store: ArticlesStore, id: string): Promise<Article> {
  const article = await store.find(id);
  if (!article || article.deletedAt !== undefined) throw new NoSuchArticle();
  return { ...summaryOf(article), body: article.body };
}
