import { openArticles } from '../dynamodb/open-articles.ts';
import { answer } from '../http/answer.ts';
import { expectNoBody } from '../http/body.ts';
import { editorOf } from '../http/caller.ts';
import { handlerFor } from '../http/operation.ts';
import { expectNoQuery } from '../http/parameters.ts';
import { deleteNextBatch } from '../news/trash.ts';

/** `DELETE /news`: editors. Moves one batch; the caller calls again until it is done. */
export const handler = handlerFor('deleteAllNews', async (request) => {
  editorOf(request);
  expectNoQuery(request);
  expectNoBody(request);
  return answer(200, await deleteNextBatch(openArticles(), request.receivedAt));
});
