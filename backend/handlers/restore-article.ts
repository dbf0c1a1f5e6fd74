import { openArticles } from '../dynamodb/open-articles.ts';
import { answer } from '../http/answer.ts';
import { expectNoBody } from '../http/body.ts';
import { editorOf } from '../http/caller.ts';
import { handlerFor, timeOf } from '../http/operation.ts';
import { articleIdOf, expectNoQuery } from '../http/parameters.ts';
import { found } from '../http/problem.ts';
import { restoreArticle } from '../news/trash.ts';

/** `POST /trash/{id}/restore`: editors. */
export const handler = handlerFor('restoreArticle', async (event) => {
  editorOf(event);
  expectNoQuery(event);
  expectNoBody(event);
  const restored = await restoreArticle(openArticles(), articleIdOf(event), timeOf(event));
  return answer(200, found(restored));
});
