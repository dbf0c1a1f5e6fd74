import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { articlesUpTo } from './testing/articles.ts';
import { startNewsApi } from './testing/news-api.ts';
import type { NewsApi } from './testing/news-api.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
let api: NewsApi;

beforeEach(async () => {
  api = await startNewsApi();
});

afterEach(() => api.close());

interface Page {
  items: { id: string; publishedAt: string }[];
  nextCursor?: string;
}

async function pageAfter(cursor: string | undefined, limit = 100): Promise<Page> {
  const query = cursor ? `limit=${String(limit)}&cursor=${cursor}` : `limit=${String(limit)}`;
  const response = await api.call('GET', `/api/news?${query}`);
  assert.equal(response.status, 200);
  return (await response.json()) as Page;
}

/** Follows the cursors to the end; `onPage` runs after each page. */
async function walk(
  onPage: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Page> {
  const items: Page['items'] = [];
  let cursor: string | undefined;
  do {
    const page = await pageAfter(cursor);
    items.push(...page.items);
    await onPage(page);
    cursor = page.nextCursor;
  } while (cursor);
  return { items };
}

const idsOf = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

const remove = async (id: string | undefined): Promise<void> => {
  const response = await api.call('DELETE', `/api/news/${id ?? ''}`, api.editor);
  assert.equal(response.status, 204);
};

describe('walking the list', () => {
  it('shows each of 10,000 articles once, newest first, while others are being deleted', async () => {
    const articles = articlesUpTo(api.clock.now(), 10_000, hour / 10);
    await api.articles.publish(articles);
    const expected = idsOf(articles);
    const gone = new Set<string>();
    const { items } = await walk(async (page) => {
      // One that was shown already, the very one the cursor stands on, and one still to come.
      const last = page.items.at(-1)?.id;
      const next = expected[expected.indexOf(last ?? '') + 50];
      await Promise.all([page.items[0]?.id, last].map(remove));
      if (next) {
        await remove(next);
        gone.add(next);
      }
    });
    assert.ok(gone.size > 90);
    assert.deepEqual(
      idsOf(items),
      expected.filter((id) => !gone.has(id)),
    );
  });

  it('shows articles of the same moment once each', async () => {
    await api.articles.publish(articlesUpTo(api.clock.now(), 250, 0));
    const { items } = await walk();
    assert.equal(new Set(idsOf(items)).size, 250);
    assert.equal(items.length, 250);
  });

  it('ends with a page that has no cursor, even when it is full', async () => {
    await api.articles.publish(articlesUpTo(api.clock.now(), 6, 40 * day));
    const first = await pageAfter(undefined, 3);
    const second = await pageAfter(first.nextCursor, 3);
    assert.equal(second.items.length, 3);
    assert.equal(second.nextCursor, undefined);
  });

  it('passes over years of empty months in bounded steps', async () => {
    const articles = articlesUpTo(api.clock.now(), 60, 31 * day);
    await api.articles.publish(articles);
    for (const { id } of articles.slice(0, -1)) await remove(id);
    let pages = 0;
    const { items } = await walk(() => {
      pages += 1;
      return Promise.resolve();
    });
    assert.deepEqual(idsOf(items), idsOf(articles.slice(-1)));
    assert.ok(pages > 3 && pages < 9, `${String(pages)} pages`);
  });
});

describe('deleting everything', () => {
  interface Progress {
    deleted: number;
    done: boolean;
  }

  async function deleteAll(): Promise<number> {
    let total = 0;
    for (;;) {
      const response = await api.call('DELETE', '/api/news', api.editor);
      assert.equal(response.status, 200);
      const { deleted, done } = (await response.json()) as Progress;
      assert.ok(deleted <= 100);
      total += deleted;
      if (done) return total;
    }
  }

  it('moves each article once, also when two editors do it at once', async () => {
    await api.articles.publish(articlesUpTo(api.clock.now(), 430, hour));
    const [one, other] = await Promise.all([deleteAll(), deleteAll()]);
    assert.equal(one + other, 430);
    assert.deepEqual((await walk()).items, []);
  });

  it('gets past the months that it has emptied', { timeout: 30_000 }, async () => {
    await api.articles.publish(articlesUpTo(api.clock.now(), 30, 31 * day));
    assert.equal(await deleteAll(), 30);
    assert.deepEqual((await walk()).items, []);
  });

  it('is done at once when there is nothing', async () => {
    const response = await api.call('DELETE', '/api/news', api.editor);
    assert.deepEqual(await response.json(), { deleted: 0, done: true });
  });

  it('leaves everything in the trash, page by page', async () => {
    await api.articles.publish(articlesUpTo(api.clock.now(), 150, hour));
    await deleteAll();
    const first = (await (
      await api.call('GET', '/api/trash?limit=100', api.editor)
    ).json()) as Page;
    const path = `/api/trash?limit=100&cursor=${first.nextCursor ?? ''}`;
    const second = (await (await api.call('GET', path, api.editor)).json()) as Page;
    assert.equal(second.nextCursor, undefined);
    assert.equal(new Set(idsOf([...first.items, ...second.items])).size, 150);
  });
});

describe('two editors at one article', () => {
  it('delete it once, and restore it without a failure', async () => {
    const [article] = articlesUpTo(api.clock.now(), 1, hour);
    assert.ok(article);
    await api.articles.publish([article]);
    const path = `/api/news/${article.id}`;
    const twice = (method: string, at: string): Promise<number[]> =>
      Promise.all([1, 2].map(async () => (await api.call(method, at, api.editor)).status));
    assert.deepEqual((await twice('DELETE', path)).sort(), [204, 404]);
    assert.deepEqual(await twice('POST', `/api/trash/${article.id}/restore`), [200, 200]);
    assert.equal((await walk()).items.length, 1);
  });
});
