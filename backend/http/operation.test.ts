import assert from 'node:assert/strict';
import { env } from 'node:process';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { answer } from './answer.ts';
import { handlerFor } from './operation.ts';
import { HttpProblem } from './problem.ts';
import type { GatewayEvent } from './request.ts';

const secrets = ['ey.token.here', 'somebody@presspass.test', 'hunter2', 'of-the-query'];

/** A request as API Gateway hands it over, with something in it that belongs in no log. */
const event = {
  httpMethod: 'POST',
  path: '/news',
  headers: { Authorization: 'Bearer ey.token.here', 'Content-Type': 'application/json' },
  multiValueHeaders: { Authorization: ['Bearer ey.token.here'] },
  multiValueQueryStringParameters: null,
  pathParameters: null,
  body: '{"password":"hunter2"}',
  isBase64Encoded: false,
  requestContext: {
    requestId: 'request-1',
    authorizer: {
      claims: { sub: 'person-1', email: 'somebody@presspass.test', 'cognito:groups': 'admin' },
    },
  },
} as unknown as APIGatewayProxyEvent as GatewayEvent;

const lines = { log: [] as string[], error: [] as string[] };
const before = env['REQUEST_LOG'];

/** What the only line has in it, besides the time, which differs. */
function theLine(channel: 'log' | 'error'): Record<string, unknown> {
  const [text = '', ...more] = [...lines.log, ...lines.error];
  assert.equal(more.length, 0);
  assert.deepEqual(lines[channel], [text]);
  for (const secret of secrets) assert.ok(!text.includes(secret), text);
  const { ms, ...line } = JSON.parse(text) as Record<string, unknown>;
  assert.equal(typeof ms, 'number');
  return line;
}

describe('the line that a request leaves in the log', () => {
  beforeEach(() => {
    delete env['REQUEST_LOG'];
    lines.log = [];
    lines.error = [];
    mock.method(console, 'log', (text: string) => lines.log.push(text));
    mock.method(console, 'error', (text: string) => lines.error.push(text));
  });

  afterEach(() => {
    mock.restoreAll();
    if (before !== undefined) env['REQUEST_LOG'] = before;
  });

  it('says who did what and how it went, and nothing that is theirs', async () => {
    await handlerFor('publishArticle', () => answer(201, {}))(event);
    assert.deepEqual(theLine('log'), {
      level: 'info',
      operationId: 'publishArticle',
      status: 201,
      requestId: 'request-1',
      caller: 'person-1',
    });
  });

  it('is the same for what is refused', async () => {
    const refuse = (): never => {
      throw new HttpProblem(403, 'Only editors may do this.');
    };
    await handlerFor('publishArticle', refuse)(event);
    assert.equal(theLine('log')['status'], 403);
  });

  it('says nothing of a query that the contract does not know', async () => {
    const asked = { ...event, multiValueQueryStringParameters: { secret: ['of-the-query'] } };
    await handlerFor('publishArticle', () => answer(201, {}))(asked);
    assert.equal(theLine('log')['status'], 400);
  });

  it('is an error with its stack when the fault is ours', async () => {
    const fail = (): never => {
      throw new Error('The table is gone.');
    };
    await handlerFor('publishArticle', fail)(event);
    const { level, status, failure } = theLine('error');
    assert.deepEqual({ level, status }, { level: 'error', status: 500 });
    assert.match(String(failure), /^Error: The table is gone\.\n +at /);
  });

  it('is left out with REQUEST_LOG=failures, unless the fault is ours', async () => {
    env['REQUEST_LOG'] = 'failures';
    await handlerFor('publishArticle', () => answer(201, {}))(event);
    assert.deepEqual(lines, { log: [], error: [] });
  });
});
