import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { setTimeout as pause } from 'node:timers/promises';
import type { Article } from '../news/article.ts';
import { monthOf, publishedItem } from './article-item.ts';
import { monthsListing } from './listings.ts';

/** BatchWriteItem takes at most this many items (AWS: "BatchWriteItem"). */
const batchSize = 25;
const batchesAtOnce = 4;
const longestPause = 2000;

/**
 * Writes articles in batches, and before them the months they are in: an article is never in a
 * month that no list looks into.
 */
export async function publishArticles(
  client: DynamoDBDocumentClient,
  table: string,
  articles: readonly Article[],
): Promise<void> {
  const months = [...new Set(articles.map(({ publishedAt }) => monthOf(publishedAt)))];
  await writeAll(client, table, months.map(monthItem));
  await writeAll(client, table, articles.map(publishedItem));
}

/** What lists a month among those that have news. */
export const monthItem = (month: string): object => ({
  id: `month#${month}`,
  listing: monthsListing,
  listedAt: month,
});

async function writeAll(
  client: DynamoDBDocumentClient,
  table: string,
  items: readonly object[],
): Promise<void> {
  const stride = batchSize * batchesAtOnce;
  for (let start = 0; start < items.length; start += stride) {
    const starts = Array.from({ length: batchesAtOnce }, (_, batch) => start + batch * batchSize);
    await Promise.all(
      starts
        .map((at) => items.slice(at, Math.min(at + batchSize, items.length)))
        .filter((batch) => batch.length > 0)
        .map((batch) => writeBatch(client, table, batch)),
    );
  }
}

/** What DynamoDB leaves unprocessed is sent again after growing pauses, as its page advises. */
async function writeBatch(
  client: DynamoDBDocumentClient,
  table: string,
  items: readonly object[],
): Promise<void> {
  let requests = items.map((Item) => ({ PutRequest: { Item: { ...Item } } }));
  for (let wait = 50; ; wait = Math.min(wait * 2, longestPause)) {
    const answer = await client.send(
      new BatchWriteCommand({ RequestItems: { [table]: requests } }),
    );
    const left = answer.UnprocessedItems?.[table] ?? [];
    if (left.length === 0) return;
    requests = left as typeof requests;
    await pause(wait);
  }
}
