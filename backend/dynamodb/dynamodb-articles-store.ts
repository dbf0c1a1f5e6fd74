import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Article, ArticleSummary, StoredArticle, TrashedArticle } from '../news/article.ts';
import type { ArticlesStore, Page, Stretch } from '../news/articles-store.ts';
import {
  epochSeconds,
  listedSummary,
  monthOf,
  newsOf,
  placeAt,
  publishedItem,
  storedArticle,
  trashedArticle,
  trashOf,
} from './article-item.ts';
import type { ArticleItem } from './article-item.ts';
import { newsMonths, trashMonths } from './listings.ts';
import { walkMonths } from './month-walk.ts';
import { monthItem, publishArticles } from './publish-articles.ts';

/** The articles in one DynamoDB table, laid out as `articles-table.ts` says. */
export class DynamodbArticlesStore implements ArticlesStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async publish(articles: readonly Article[]): Promise<void> {
    await publishArticles(this.#client, this.#tableName, articles);
  }

  async add(article: Article, now: number): Promise<boolean> {
    // The month comes first: an article is never in a month that no list looks into.
    const month = monthItem(monthOf(article.publishedAt));
    await this.#client.send(new PutCommand({ TableName: this.#tableName, Item: { ...month } }));
    const put = new PutCommand({
      TableName: this.#tableName,
      Item: publishedItem(article),
      ConditionExpression: 'attribute_not_exists(id) OR expiresAt <= :now',
      ExpressionAttributeValues: { ':now': Math.floor(now / 1000) },
    });
    return isDone(this.#client.send(put));
  }

  async listNews(stretch: Stretch): Promise<Page<ArticleSummary>> {
    const page = await walkMonths(newsMonths(this.#client, this.#tableName), stretch);
    return { ...page, items: page.items.map(listedSummary) };
  }

  async listTrash(stretch: Stretch, now: number): Promise<Page<TrashedArticle>> {
    const page = await walkMonths(trashMonths(this.#client, this.#tableName, now), stretch);
    return { ...page, items: page.items.map(trashedArticle) };
  }

  async find(id: string): Promise<StoredArticle | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item && storedArticle(Item as ArticleItem);
  }

  async moveToTrash(id: string, times: { deletedAt: string; expiresAt: string }): Promise<boolean> {
    const { deletedAt, expiresAt } = times;
    return this.#update(id, {
      UpdateExpression:
        'SET listing = :listing, listedAt = :listedAt, deletedAt = :deletedAt, expiresAt = :expiresAt',
      ConditionExpression: 'attribute_exists(id) AND attribute_not_exists(deletedAt)',
      ExpressionAttributeValues: {
        ':listing': trashOf(monthOf(deletedAt)),
        ':listedAt': placeAt(deletedAt, id),
        ':deletedAt': deletedAt,
        ':expiresAt': epochSeconds(expiresAt),
      },
    });
  }

  async restore({ id, publishedAt, deletedAt }: StoredArticle): Promise<boolean> {
    return this.#update(id, {
      UpdateExpression: 'SET listing = :listing, listedAt = :listedAt REMOVE deletedAt, expiresAt',
      ConditionExpression: 'deletedAt = :deletedAt',
      ExpressionAttributeValues: {
        ':listing': newsOf(monthOf(publishedAt)),
        ':listedAt': placeAt(publishedAt, id),
        ':deletedAt': deletedAt,
      },
    });
  }

  #update(id: string, change: Change): Promise<boolean> {
    const command = new UpdateCommand({ TableName: this.#tableName, Key: { id }, ...change });
    return isDone(this.#client.send(command));
  }
}

/** Whether a conditional write was done; false when its condition did not hold. */
async function isDone(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (failure) {
    // The condition says "not as you expected it": an answer, not a failure.
    if (failure instanceof ConditionalCheckFailedException) return false;
    throw failure;
  }
}

interface Change {
  UpdateExpression: string;
  ConditionExpression: string;
  ExpressionAttributeValues: Record<string, unknown>;
}
