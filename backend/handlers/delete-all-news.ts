import { openArticles } from '../dynamodb/open-articles.ts';
import { answer } from '../http/answer.ts';
import { expectNoBody } from '../http/body.ts';
import { editorOf } from '../http/caller.ts';
import { handlerFor, timeOf } from '../http/operation.ts';
import { expectNoQuery } from '../http/parameters.ts';
import { deleteNextBatch } from '../news/trash.ts';

/** `DELETE /news`: editors. Moves one batch; the caller calls again until it is done. */
export const handler = handlerFor('deleteAllNews', async (event) => {
  editorOf(event);
  expectNoQuery(event);
  expectNoBody(event);
  return answer(200, await deleteNextBatch(openArticles(), timeOf(event)));
});
