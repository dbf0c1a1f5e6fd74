import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamodbArticlesStore } from '../backend/dynamodb/dynamodb-articles-store.ts';
import { listen } from './http/server.ts';
import { seedArticles } from './seed/articles.ts';
import { isSeeded, markSeeded } from './state-folder.ts';
import { articlesTableName } from './tables/articles-table-name.ts';
import type { Tables } from './tables/tables.ts';

/**
 * Fills an empty table with the paper's first articles, dated by `now` in milliseconds since the epoch. Once per state
 * folder: a paper that an editor has emptied stays empty.
 */
export async function publishFirstArticles(
  folder: string,
  tables: Tables,
  now: number,
): Promise<void> {
  if (await isSeeded(folder)) return;
  await withArticles(tables, async (articles) => {
    const { items } = await articles.listNews({ limit: 1 });
    if (items.length === 0) await articles.publish(await seedArticles(now));
  });
  await markSeeded(folder);
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
