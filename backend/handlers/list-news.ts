import { openArticles } from '../dynamodb/open-articles.ts';
import { publicAnswer } from '../http/answer.ts';
import { cursorAt } from '../http/cursor.ts';
import { handlerFor } from '../http/operation.ts';
import { listParametersOf } from '../http/parameters.ts';

/** `GET /news`: anybody. */
export const handler = handlerFor('listNews', async ({ request }) => {
  const { items, next } = await openArticles().listNews(listParametersOf('news', request));
  return publicAnswer(request, next ? { items, nextCursor: cursorAt('news', next) } : { items });
});
