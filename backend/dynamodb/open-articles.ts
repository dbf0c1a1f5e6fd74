import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { env } from 'node:process';
import type { ArticlesStore } from '../news/articles-store.ts';
import { settings } from '../settings.ts';
import { articlesSettings } from './articles-settings.ts';
import { DynamodbArticlesStore } from './dynamodb-articles-store.ts';

const opened = new Map<string, ArticlesStore>();

/**
 * The articles of the table `ARTICLES_TABLE`. Region, credentials and endpoint are what the AWS SDK
 * finds in the environment. One client per table and endpoint is kept for the life of the process,
 * with its connections, as AWS advises for Lambda ("Reusing connections with keep-alive").
 */
export function openArticles(): ArticlesStore {
  const { ARTICLES_TABLE: tableName } = settings(articlesSettings);
  const key = `${env['AWS_ENDPOINT_URL_DYNAMODB'] ?? ''}|${tableName}`;
  const known = opened.get(key);
  if (known) return known;
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const store = new DynamodbArticlesStore(client, tableName);
  opened.set(key, store);
  return store;
}
