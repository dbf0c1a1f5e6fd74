import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamodbArticlesStore } from '../backend/dynamodb/dynamodb-articles-store.ts';
import { listen } from './http/server.ts';
import { seedArticles } from './seed/articles.ts';
import type { State } from './state/state.ts';
import { articlesTableName } from './tables/articles-table-name.ts';
import type { Tables } from './tables/tables.ts';

/**
 * Publishes the paper's first articles, dated by `now` in milliseconds since the epoch. Once in the life of a state: a paper that an
 * editor has emptied stays empty. Where that was interrupted, all are published again: ids follow from headlines, so the paper is
 * the same.
 */
export async function publishFirstArticles(
  state: State,
  tables: Tables,
  now: number,
): Promise<void> {
  if (state.markedAt('articles seeded') !== undefined) return;
  await withArticles(tables, async (articles) => articles.publish(await seedArticles(now)));
  state.mark('articles seeded', now);
}

/** The articles, by an entrance of their own: the one for everybody is still closed. */
async function withArticles(
  tables: Tables,
  work: (articles: DynamodbArticlesStore) => Promise<void>,
): Promise<void> {
  const server = await listen(0, (request, response) => void tables.handle(request, response));
  const client = new DynamoDBClient({ endpoint: `http://127.0.0.1:${String(server.port)}` });
  try {
    await work(new DynamodbArticlesStore(DynamoDBDocumentClient.from(client), articlesTableName));
  } finally {
    client.destroy();
    await server.close();
  }
}
