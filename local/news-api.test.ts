import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { articleAt, articlesUpTo } from './testing/articles.ts';
import { startNewsApi } from './testing/news-api.ts';
import type { NewsApi } from './testing/news-api.ts';

let api: NewsApi;

before(async () => {
  api = await startNewsApi();
});

after(() => api.close());

async function problemOf(response: Response): Promise<unknown> {
  return { status: response.status, ...((await response.json()) as object) };
}

async function published(content = {}): Promise<string> {
  const article = articleAt(api.clock.now(), content);
  await api.articles.publish([article]);
  return article.id;
}

const unknown = '0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30';

describe('bad input', () => {
  const limit = 'limit must be a whole number from 1 to 100.';
  const cursor = 'cursor must be the nextCursor of a page of this list.';
  const queries: [query: string, message: string, field: string][] = [
    ['limit=0', limit, 'limit'],
    ['limit=101', limit, 'limit'],
    ['limit=x', limit, 'limit'],
    ['limit=1.5', limit, 'limit'],
    ['limit=', limit, 'limit'],
    ['limit=5&limit=5', 'limit may be given once only.', 'limit'],
    ['cursor=broken', cursor, 'cursor'],
    ['cursor=', cursor, 'cursor'],
    ['page=2', 'There is no parameter page here.', 'page'],
    ['__proto__=2', 'There is no parameter __proto__ here.', '__proto__'],
  ];
  for (const [query, message, field] of queries) {
    it(`is answered by naming the culprit: ?${query}`, async () => {
      const response = await api.call('GET', `/api/news?${query}`);
      assert.deepEqual(await problemOf(response), { status: 400, message, field });
    });
  }

  const bodies: [what: string, body: string, problem: object][] = [
    ['broken JSON', '{', { status: 400, message: 'The body is not valid JSON.', field: 'body' }],
    [
      'no object',
      '[]',
      { status: 400, message: 'The body must be a JSON object, or empty.', field: 'body' },
    ],
    [
      'an unknown field',
      '{"force":true}',
      { status: 400, message: 'There is no field force here.', field: 'force' },
    ],
    ['over 1 MB', ' '.repeat(1024 * 1024 + 1), { status: 413, message: 'Request Too Long' }],
  ];
  for (const [what, body, problem] of bodies) {
    it(`is answered for a body that is ${what}, and nothing is deleted`, async () => {
      const id = await published();
      const response = await api.call('DELETE', `/api/news/${id}`, api.editor, { body });
      assert.deepEqual(await problemOf(response), problem);
      assert.equal((await api.call('GET', `/api/news/${id}`, api.reader)).status, 200);
    });
  }

  it('is not an empty object as a body', async () => {
    const id = await published();
    const response = await api.call('DELETE', `/api/news/${id}`, api.editor, { body: ' {} ' });
    assert.equal(response.status, 204);
  });

  it('is an id that is no UUID in lower case', async () => {
    for (const id of ['1', unknown.toUpperCase(), 'month%232026-11', '%']) {
      const response = await api.call('GET', `/api/news/${id}`, api.reader);
      assert.deepEqual(await problemOf(response), {
        status: 400,
        message: 'id must be a UUID in lower case.',
        field: 'id',
      });
    }
  });

  it('is the cursor of the other list', async () => {
    await api.articles.publish(articlesUpTo(api.clock.now(), 3, 1000));
    const page = (await (await api.call('GET', '/api/news?limit=1')).json()) as Page;
    const path = `/api/trash?cursor=${page.nextCursor ?? ''}`;
    assert.equal((await api.call('GET', path, api.editor)).status, 400);
  });
});

interface Page {
  items: { id: string; headline: string; expiresAt?: string }[];
  nextCursor?: string;
}

describe('who may do what', () => {
  const editorsOnly: [method: string, path: string][] = [
    ['DELETE', `/api/news/${unknown}`],
    ['DELETE', '/api/news'],
    ['GET', '/api/trash'],
    ['POST', `/api/trash/${unknown}/restore`],
  ];
  for (const [method, path] of editorsOnly) {
    it(`keeps ${method} ${path} for editors`, async () => {
      assert.equal((await api.call(method, path)).status, 401);
      assert.deepEqual(await problemOf(await api.call(method, path, api.reader)), {
        status: 403,
        message: 'Only editors (members of the group admin) may do this.',
      });
    });
  }

  it('shows whole articles to signed-in people only', async () => {
    const id = await published({ body: '<script>alert(1)</script>' });
    assert.equal((await api.call('GET', `/api/news/${id}`)).status, 401);
    const response = await api.call('GET', `/api/news/${id}`, api.reader);
    assert.equal(((await response.json()) as { body: string }).body, '<script>alert(1)</script>');
    assert.equal(response.headers.get('cache-control'), 'no-store');
  });

  it('tells people who they are', async () => {
    const me = (await (await api.call('GET', '/api/me', api.editor)).json()) as object;
    assert.deepEqual(
      { ...me, id: '' },
      { id: '', email: 'somebody@presspass.test', groups: ['admin'] },
    );
  });
});

describe('the list', () => {
  it('holds no bodies and nothing of the table', async () => {
    await published();
    const { items } = (await (await api.call('GET', '/api/news?limit=1')).json()) as Page;
    assert.deepEqual(Object.keys(items[0] ?? {}).sort(), [
      'byline',
      'headline',
      'id',
      'publishedAt',
      'section',
      'summary',
      'updatedAt',
      'version',
    ]);
  });

  it('may be kept, and says when nothing changed', async () => {
    const first = await api.call('GET', '/api/news');
    const etag = first.headers.get('etag') ?? '';
    assert.match(etag, /^"[\w-]+"$/);
    assert.equal(
      first.headers.get('cache-control'),
      'public, max-age=0, must-revalidate, stale-if-error=0',
    );
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await api.call('GET', '/api/news', undefined, {
        headers: { 'If-None-Match': known },
      });
      assert.equal(again.status, 304);
      assert.equal(await again.text(), '');
      assert.equal(again.headers.get('etag'), etag);
    }
    await published();
    const changed = await api.call('GET', '/api/news', undefined, {
      headers: { 'If-None-Match': etag },
    });
    assert.equal(changed.status, 200);
  });
});

describe('the trash', () => {
  it('takes an article out of the list and gives it back at its old place', async () => {
    const times = [1, 2, 3].map((second) =>
      new Date(api.clock.now() + second * 1000).toISOString(),
    );
    const [older = '', id = '', newer = ''] = await Promise.all(
      times.map((publishedAt) => published({ publishedAt })),
    );
    assert.equal((await api.call('DELETE', `/api/news/${id}`, api.editor)).status, 204);
    assert.equal((await api.call('GET', `/api/news/${id}`, api.reader)).status, 404);
    const trash = (await (await api.call('GET', '/api/trash', api.editor)).json()) as Page;
    assert.equal(trash.items[0]?.id, id);
    const restored = await api.call('POST', `/api/trash/${id}/restore`, api.editor);
    assert.equal(restored.status, 200);
    assert.equal(((await restored.json()) as { id: string }).id, id);
    const again = await api.call('POST', `/api/trash/${id}/restore`, api.editor);
    assert.equal(again.status, 200);
    const { items } = (await (await api.call('GET', '/api/news?limit=3')).json()) as Page;
    assert.deepEqual(
      items.map((item) => item.id),
      [newer, id, older],
    );
  });

  it('answers 404 for an unknown article and for a second deletion', async () => {
    const id = await published();
    await api.call('DELETE', `/api/news/${id}`, api.editor);
    for (const [method, path] of [
      ['DELETE', `/api/news/${id}`],
      ['DELETE', `/api/news/${unknown}`],
      ['POST', `/api/trash/${unknown}/restore`],
    ] as const) {
      assert.deepEqual(await problemOf(await api.call(method, path, api.editor)), {
        status: 404,
        message: 'There is no such article.',
      });
    }
  });

  it('keeps an article for 30 days, whether the table has removed it or not', async () => {
    const id = await published();
    await api.call('DELETE', `/api/news/${id}`, api.editor);
    const listed = async (): Promise<boolean> => {
      const token = await api.issuer.idToken({ 'cognito:groups': ['admin'], exp: 4_000_000_000 });
      const page = (await (await api.call('GET', '/api/trash?limit=100', token)).json()) as Page;
      return page.items.some((item) => item.id === id);
    };
    api.clock.advance(30 * 24 * 3600 - 60);
    assert.equal(await listed(), true);
    api.clock.advance(61);
    assert.equal(await listed(), false);
    const token = await api.issuer.idToken({ 'cognito:groups': ['admin'], exp: 4_000_000_000 });
    assert.equal((await api.call('POST', `/api/trash/${id}/restore`, token)).status, 404);
  });
});
