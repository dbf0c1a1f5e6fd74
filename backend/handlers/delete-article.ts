import { openArticles } from '../dynamodb/open-articles.ts';
import { noContent } from '../http/answer.ts';
import { expectNoBody } from '../http/body.ts';
import { editorOf } from '../http/caller.ts';
import { handlerFor } from '../http/operation.ts';
import { articleIdOf, expectNoQuery } from '../http/parameters.ts';
import { noSuchArticle } from '../http/problem.ts';
import { deleteArticle } from '../news/trash.ts';

/** `DELETE /news/{id}`: editors. */
export const handler = handlerFor('deleteArticle', async (request) => {
  editorOf(request);
  expectNoQuery(request);
  expectNoBody(request);
  const isMoved = await deleteArticle(openArticles(), articleIdOf(request), request.receivedAt);
  if (!isMoved) throw noSuchArticle();
  return noContent();
});
