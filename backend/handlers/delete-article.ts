import { openArticles } from '../dynamodb/open-articles.ts';
import { noContent } from '../http/answer.ts';
import { handlerFor } from '../http/operation.ts';
import { noSuchArticle } from '../http/problem.ts';
import { deleteArticle } from '../news/trash.ts';

/** `DELETE /news/{id}`: editors. */
export const handler = handlerFor('deleteArticle', async ({ request, articleId }) => {
  const isMoved = await deleteArticle(openArticles(), articleId, request.receivedAt);
  if (!isMoved) throw noSuchArticle();
  return noContent();
});
