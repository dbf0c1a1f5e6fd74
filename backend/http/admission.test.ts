import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { requestRules } from '../../contract/generated/request-rules.ts';
import type { OperationId } from './admission.ts';
import { noContent } from './answer.ts';
import { handlerFor } from './operation.ts';

const ids = Object.keys(requestRules) as OperationId[];
const scopes = ['news/write', 'hello/read', 'weather-api/get', 'weather-api/post'];

/** Everybody who may turn up at a function, as the authorizer hands their claims over. */
const callers: Record<string, object | undefined> = {
  'nobody, without an authorizer': undefined,
  'claims without a subject': { email: 'ada@presspass.test', 'cognito:groups': 'admin' },
  'a reader': { sub: 'reader', email: 'reader@presspass.test' },
  'a reader with an access token': { sub: 'reader', scope: 'aws.cognito.signin.user.admin' },
  'a member of another group': { sub: 'sport', 'cognito:groups': 'sport' },
  'a member of a group that is called like a list': { sub: 'list', 'cognito:groups': 'x,admin' },
  'an editor': { sub: 'editor', 'cognito:groups': 'admin' },
  'an editor behind an HTTP API': { sub: 'editor', 'cognito:groups': '[admin]', token: 'names it' },
  'a service with scopes of others': { sub: 'service', scope: 'news/read hello/write' },
  ...Object.fromEntries(
    scopes.map((scope) => [`a service with ${scope}`, { sub: 'service', scope: `a/b ${scope}` }]),
  ),
};

/** Signed with nothing: the gateway has verified it before. */
const tokenNaming = (groups: string[]): string =>
  `e30.${Buffer.from(JSON.stringify({ 'cognito:groups': groups })).toString('base64url')}.x`;

interface Sent {
  claims?: object | undefined;
  path?: Record<string, string>;
  query?: Record<string, string[]>;
  body?: string;
}

const someArticle = { id: '00000000-0000-4000-8000-000000000000' };

/** What an operation's handler answers, were the operation itself to answer 204. */
async function statusOf(id: OperationId, { claims, path, query, body }: Sent): Promise<number> {
  const Authorization = claims && 'token' in claims ? tokenNaming(['admin']) : 'x.y.z';
  const event = {
    headers: { Authorization },
    multiValueHeaders: { Authorization: [Authorization] },
    multiValueQueryStringParameters: query ?? null,
    pathParameters: path ?? someArticle,
    body: body ?? null,
    isBase64Encoded: false,
    requestContext: { requestId: 'r', requestTimeEpoch: 0, authorizer: claims && { claims } },
  } as unknown as APIGatewayProxyEvent;
  mock.method(console, 'log', () => undefined);
  const { statusCode } = await handlerFor(id, () => noContent())(event);
  mock.restoreAll();
  return statusCode;
}

/** The status by the contract alone. */
function expected(id: OperationId, claims: object | undefined): number {
  const rules: unknown = requestRules[id].callers;
  if (rules === 'anyone') return 204;
  if (!claims || !('sub' in claims)) return 401;
  if (rules === 'signed-in') return 204;
  const { sub, scope = '' } = claims as { sub: string; scope?: string };
  const isMet = (rules as Record<string, string>[]).some(({ group, scope: wanted = '' }) =>
    group === 'admin' ? sub === 'editor' : scope.split(' ').includes(wanted),
  );
  return isMet ? 204 : 403;
}

describe('who may call', () => {
  for (const id of ids)
    for (const [who, claims] of Object.entries(callers)) {
      const status = expected(id, claims);
      it(`${id}: ${who} gets ${String(status)}`, async () => {
        assert.equal(await statusOf(id, { claims }), status);
      });
    }

  it('is somebody of each kind for each kind of rule', () => {
    const statuses = ids.flatMap((id) =>
      Object.values(callers).map((claims) => expected(id, claims)),
    );
    assert.deepEqual(new Set(statuses), new Set([204, 401, 403]));
  });
});

describe('what an operation does not take never reaches it', () => {
  const everyRight = { sub: 'editor', 'cognito:groups': 'admin', scope: scopes.join(' ') };
  for (const id of ids) {
    const { path, query, takesBody } = requestRules[id];
    it(`${id}: a query parameter that is not its own`, async () => {
      assert.equal(await statusOf(id, { claims: everyRight, query: { odd: ['1'] } }), 400);
    });
    for (const name of query)
      it(`${id}: ${name} twice`, async () => {
        assert.equal(
          await statusOf(id, { claims: everyRight, query: { [name]: ['1', '2'] } }),
          400,
        );
      });
    if (path.length > 0)
      it(`${id}: an id that is none`, async () => {
        assert.equal(await statusOf(id, { claims: everyRight, path: { id: '../x' } }), 400);
      });
    if (!takesBody)
      it(`${id}: a body`, async () => {
        assert.equal(await statusOf(id, { claims: everyRight, body: '{"a":1}' }), 400);
      });
  }

  it('and a caller who may not call learns nothing of the rest', async () => {
    const query = { odd: ['1'] };
    assert.equal(await statusOf('deleteArticle', { path: { id: 'x' }, query }), 401);
    const claims = { sub: 'reader' };
    assert.equal(await statusOf('deleteArticle', { claims, path: { id: 'x' }, query }), 403);
  });
});
