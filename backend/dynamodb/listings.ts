import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { trashRetention } from '../news/trash.ts';
import { monthOf, newsOf, trashOf } from './article-item.ts';
import type { ListedItem } from './article-item.ts';
import { articlesIndex } from './articles-table.ts';
import type { Months } from './month-walk.ts';

/** The partition of the index that lists which months have news. */
export const monthsListing = 'months';

/** The news by month. */
export function newsMonths(client: DynamoDBDocumentClient, table: string): Months<ListedItem> {
  return {
    async months(count, upTo) {
      const range: Range = upTo === undefined ? {} : { operator: '<=', value: upTo };
      const items = await newest(client, table, monthsListing, count, range);
      return items.map(({ listedAt }) => listedAt);
    },
    within: (month, limit, before) =>
      newest(client, table, newsOf(month), limit, rangeBefore(before)),
  };
}

/**
 * The trash by month of deletion. Which months can hold anything follows from how long the trash
 * keeps things; what expired is left out here, since TTL deletes late.
 */
export function trashMonths(
  client: DynamoDBDocumentClient,
  table: string,
  now: number,
): Months<ListedItem> {
  return {
    months: (count, upTo) =>
      Promise.resolve(
        monthsSince(now - trashRetention, now)
          .filter((month) => upTo === undefined || month <= upTo)
          .slice(0, count),
      ),
    async within(month, limit, before) {
      const items = await newest(client, table, trashOf(month), limit, rangeBefore(before));
      // Last deleted first means last to expire first: the expired ones are all at the end.
      return items.filter(({ expiresAt }) => expiresAt !== undefined && expiresAt * 1000 > now);
    },
  };
}

interface Range {
  operator?: '<' | '<=';
  value?: string;
}

const rangeBefore = (before: string | undefined): Range =>
  before === undefined ? {} : { operator: '<', value: before };

/** Months from the one of `from` to the one of `to` (both milliseconds since the epoch), newest first. */
function monthsSince(from: number, to: number): string[] {
  const months: string[] = [];
  const oldest = monthOf(new Date(from).toISOString());
  const day = new Date(to);
  day.setUTCDate(1);
  for (; monthOf(day.toISOString()) >= oldest; day.setUTCMonth(day.getUTCMonth() - 1)) {
    months.push(monthOf(day.toISOString()));
  }
  return months;
}

/** The newest items of one partition. DynamoDB ends a page after 1 MB, so it may take several calls. */
async function newest(
  client: DynamoDBDocumentClient,
  table: string,
  listing: string,
  limit: number,
  range: Range,
): Promise<ListedItem[]> {
  const items: ListedItem[] = [];
  const bound = range.operator ? ` AND listedAt ${range.operator} :bound` : '';
  let resumeAt: Record<string, unknown> | undefined;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: articlesIndex.name,
        KeyConditionExpression: `listing = :listing${bound}`,
        ExpressionAttributeValues: {
          ':listing': listing,
          ...(range.operator ? { ':bound': range.value } : {}),
        },
        ScanIndexForward: false,
        Limit: limit - items.length,
        ...(resumeAt ? { ExclusiveStartKey: resumeAt } : {}),
      }),
    );
    items.push(...((answer.Items ?? []) as ListedItem[]));
    resumeAt = answer.LastEvaluatedKey;
  } while (resumeAt && items.length < limit);
  return items;
}
