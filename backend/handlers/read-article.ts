import { openArticles } from '../dynamodb/open-articles.ts';
import { answer } from '../http/answer.ts';
import { handlerFor } from '../http/operation.ts';
import { found } from '../http/problem.ts';
import { readArticle } from '../news/read-article.ts';

/** `GET /news/{id}`: anybody who is signed in. */
export const handler = handlerFor('readArticle', async ({ articleId }) => {
  return answer(200, found(await readArticle(openArticles(), articleId)));
});
