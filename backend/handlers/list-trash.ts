import { openArticles } from '../dynamodb/open-articles.ts';
import { answer } from '../http/answer.ts';
import { cursorAt } from '../http/cursor.ts';
import { handlerFor } from '../http/operation.ts';
import { listParametersOf } from '../http/parameters.ts';

/** `GET /trash`: editors. */
export const handler = handlerFor('listTrash', async ({ request }) => {
  const page = listParametersOf('trash', request);
  const { items, next } = await openArticles().listTrash(page, request.receivedAt);
  return answer(200, next ? { items, nextCursor: cursorAt('trash', next) } : { items });
});
