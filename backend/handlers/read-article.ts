import { openArticles } from '../dynamodb/open-articles.ts';
import { answer } from '../http/answer.ts';
import { expectNoBody } from '../http/body.ts';
import { callerOf } from '../http/caller.ts';
import { handlerFor } from '../http/operation.ts';
import { articleIdOf, expectNoQuery } from '../http/parameters.ts';
import { found } from '../http/problem.ts';
import { readArticle } from '../news/read-article.ts';

/** `GET /news/{id}`: anybody who is signed in. */
export const handler = handlerFor('readArticle', async (request) => {
  callerOf(request);
  expectNoQuery(request);
  expectNoBody(request);
  return answer(200, found(await readArticle(openArticles(), articleIdOf(request))));
});
