import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import { articlesAccess } from '../backend/dynamodb/articles-access.ts';
import type { ArticlesAccess } from '../backend/dynamodb/articles-access.ts';
import { newsOperations } from '../contract/generated/news-operations.ts';
import { articleAt } from './testing/articles.ts';
import { startNewsApi } from './testing/news-api.ts';
import type { NewsApi } from './testing/news-api.ts';

let api: NewsApi;

before(async () => {
  api = await startNewsApi();
});

after(() => api.close());

const article = articleAt(0);

const body = JSON.stringify({
  headline: article.headline,
  summary: article.summary,
  section: article.section,
  byline: article.byline,
  body: article.body,
});

/** What an operation does to the table and to its index, once each. */
async function doneBy(operationId: keyof typeof newsOperations): Promise<ArticlesAccess> {
  const { method, path, token } = newsOperations[operationId];
  const access = await api.issuer.accessToken('news/write');
  const headers = { 'Content-Type': 'application/json' };
  const sent = operationId === 'publishArticle' ? { body, headers } : {};
  const send = mock.method(DynamoDBDocumentClient.prototype, 'send');
  const address = path.replace('{id}', article.id);
  const response = await api.call(method, address, token === 'access' ? access : api.editor, sent);
  const commands = send.mock.calls.map(({ arguments: [command] }) => command);
  send.mock.restore();
  assert.ok(response.ok, `${operationId}: ${String(response.status)}`);
  const onIndex = commands.filter(({ input }) => 'IndexName' in input);
  const onTable = commands.filter(({ input }) => !('IndexName' in input));
  return { table: actionsOf(onTable), index: actionsOf(onIndex) };
}

/** `GetItem` of a `GetCommand`: the document client leaves out what IAM says. */
function actionsOf(commands: readonly object[]): string[] {
  const names = commands.map(({ constructor }) => constructor.name.replace(/Command$/, ''));
  const actions = names.map((name) => (['Query', 'Scan'].includes(name) ? name : `${name}Item`));
  return [...new Set(actions)].sort();
}

// On AWS a function may do what the table of accesses says: too little there and it fails, too much and it may do harm.
describe('what an operation asks of the articles', () => {
  const known: Readonly<Record<string, ArticlesAccess>> = articlesAccess;
  const none: ArticlesAccess = { table: [], index: [] };

  // In this order each finds something to do.
  const operations = [
    ...(['listNews', 'readArticle', 'publishArticle', 'deleteArticle', 'listTrash'] as const),
    ...(['restoreArticle', 'deleteAllNews', 'getMe', 'userSignIn'] as const),
  ];

  it('is known of every operation', () => {
    assert.deepEqual([...operations].sort(), Object.keys(newsOperations).sort());
  });

  for (const operationId of operations) {
    it(`is what its function may do: ${operationId}`, async () => {
      if (operationId === 'listNews') await api.articles.publish([article]);
      const { table, index } = known[operationId] ?? none;
      assert.deepEqual(await doneBy(operationId), { table: [...table], index: [...index] });
    });
  }
});
