import { openArticles } from '../dynamodb/open-articles.ts';
import { answer } from '../http/answer.ts';
import { handlerFor } from '../http/operation.ts';
import { found } from '../http/problem.ts';
import { restoreArticle } from '../news/trash.ts';

/** `POST /trash/{id}/restore`: editors. */
export const handler = handlerFor('restoreArticle', async ({ request, articleId }) => {
  const restored = await restoreArticle(openArticles(), articleId, request.receivedAt);
  return answer(200, found(restored));
});
