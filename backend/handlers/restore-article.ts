import { openArticles } from '../dynamodb/open-articles.ts';
import { answer } from '../http/answer.ts';
import { expectNoBody } from '../http/body.ts';
import { editorOf } from '../http/caller.ts';
import { handlerFor } from '../http/operation.ts';
import { articleIdOf, expectNoQuery } from '../http/parameters.ts';
import { found } from '../http/problem.ts';
import { restoreArticle } from '../news/trash.ts';

/** `POST /trash/{id}/restore`: editors. */
export const handler = handlerFor('restoreArticle', async (request) => {
  editorOf(request);
  expectNoQuery(request);
  expectNoBody(request);
  const restored = await restoreArticle(openArticles(), articleIdOf(request), request.receivedAt);
  return answer(200, found(restored));
});
