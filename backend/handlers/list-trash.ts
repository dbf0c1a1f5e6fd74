import { openArticles } from '../dynamodb/open-articles.ts';
import { answer } from '../http/answer.ts';
import { expectNoBody } from '../http/body.ts';
import { editorOf } from '../http/caller.ts';
import { cursorAt } from '../http/cursor.ts';
import { handlerFor, timeOf } from '../http/operation.ts';
import { listParametersOf } from '../http/parameters.ts';

/** `GET /trash`: editors. */
export const handler = handlerFor('listTrash', async (event) => {
  editorOf(event);
  expectNoBody(event);
  const page = listParametersOf('trash', event);
  const { items, next } = await openArticles().listTrash(page, timeOf(event));
  return answer(200, next ? { items, nextCursor: cursorAt('trash', next) } : { items });
});
