import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { monthOf } from '../../backend/dynamodb/article-item.ts';
import { monthItem } from '../../backend/dynamodb/publish-articles.ts';
import type { ArticlesTable } from './articles-table-at.ts';
import type { Item } from './backup-lines.ts';

/** How many stories are on their way at once. */
const atOnce = 16;

/** What became of a story. `kept`: the table has one with its id that is as new or newer. `expired`: its time in the trash is over. */
export type Outcome = 'written' | 'kept' | 'expired';

/** How to restore. */
export interface RestoreOptions {
  /** `overwrite` puts what the backup holds in the place of what the table holds. */
  existing: 'keep' | 'overwrite';
  /** Milliseconds since the epoch. */
  now: number;
  onOutcome(outcome: Outcome): void;
}

/** Writes stories into a table, each with one write, so that it can be broken off and run again. */
export async function restoreStories(
  table: ArticlesTable,
  stories: AsyncGenerator<Item>,
  options: RestoreOptions,
): Promise<void> {
  const months = new Months(table);
  const carry = async (): Promise<void> => {
    // Whoever asks for the next story waits in line: only those on their way are in memory.
    for (let next = await stories.next(); !next.done; next = await stories.next()) {
      options.onOutcome(await restoreStory(table, months, next.value, options));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, carry));
}

async function restoreStory(
  table: ArticlesTable,
  months: Months,
  story: Item,
  { existing, now }: RestoreOptions,
): Promise<Outcome> {
  const { publishedAt, version, expiresAt } = story;
  if (expiresAt?.N !== undefined && Number(expiresAt.N) * 1000 <= now) return 'expired';
  if (publishedAt?.S !== undefined) await months.ensure(monthOf(publishedAt.S));
  const isNewer =
    existing === 'overwrite'
      ? {}
      : {
          ConditionExpression: 'attribute_not_exists(id) OR version < :version',
          ExpressionAttributeValues: { ':version': version ?? { N: '0' } },
        };
  try {
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: story, ...isNewer }));
    return 'written';
  } catch (failure) {
    // The condition says "it is there already": an answer, not a failure.
    if (failure instanceof ConditionalCheckFailedException) return 'kept';
    throw failure;
  }
}

/** Which months have news: written once each, and before their first story, since no list looks into a month it does not know. */
class Months {
  readonly #table: ArticlesTable;
  readonly #written = new Map<string, Promise<unknown>>();

  constructor(table: ArticlesTable) {
    this.#table = table;
  }

  async ensure(month: string): Promise<void> {
    const client = DynamoDBDocumentClient.from(this.#table.client);
    const write = (): Promise<unknown> =>
      client.send(new PutCommand({ TableName: this.#table.name, Item: { ...monthItem(month) } }));
    const written = this.#written.get(month) ?? write();
    this.#written.set(month, written);
    await written;
  }
}
