import { openArticles } from '../dynamodb/open-articles.ts';
import { answer } from '../http/answer.ts';
import { handlerFor } from '../http/operation.ts';
import { deleteNextBatch } from '../news/trash.ts';

/** `DELETE /news`: editors. Moves one batch; the caller calls again until it is done. */
export const handler = handlerFor('deleteAllNews', async ({ request }) => {
  return answer(200, await deleteNextBatch(openArticles(), request.receivedAt));
});
