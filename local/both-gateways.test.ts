import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { articleAt } from './testing/articles.ts';
import { startNewsApi } from './testing/news-api.ts';
import type { NewsApi } from './testing/news-api.ts';
import { rawCall } from './testing/raw-call.ts';

let api: NewsApi;

before(async () => {
  api = await startNewsApi();
});

after(() => api.close());

async function published(content = {}): Promise<string> {
  const article = articleAt(api.clock.now(), content);
  await api.articles.publish([article]);
  return article.id;
}

async function json(response: Response): Promise<unknown> {
  return { status: response.status, ...((await response.json()) as object) };
}

// The same handlers behind a REST API and behind an HTTP API: the events differ, the answers must not.
for (const root of ['/api', '/http-api']) {
  describe(`the handlers below ${root}`, () => {
    it('delete for an editor, refuse a reader, and never see an anonymous caller', async () => {
      const path = `${root}/news/${await published()}`;
      assert.equal((await api.call('DELETE', path)).status, 401);
      const refused = await json(await api.call('DELETE', path, api.reader));
      const message = 'Only editors (members of the group admin) may do this.';
      assert.deepEqual(refused, { status: 403, message });
      assert.equal((await api.call('DELETE', path, api.editor)).status, 204);
      assert.equal((await api.call('GET', path, api.reader)).status, 404);
    });

    it('know an editor who is in several groups, and no near miss', async () => {
      const token = await api.issuer.idToken({ 'cognito:groups': ['sport', 'admin'] });
      assert.equal((await api.call('GET', `${root}/trash`, token)).status, 200);
      for (const group of ['administrators', 'sub-admin', 'Admin']) {
        const outsider = await api.issuer.idToken({ 'cognito:groups': [group, 'sport'] });
        assert.equal((await api.call('GET', `${root}/trash`, outsider)).status, 403, group);
      }
    });

    it('make no editor of somebody in a group whose name looks like a list with admin in it', async () => {
      const names = ['x,admin', 'admin,', ',admin', '[admin]', '"admin"', '["admin"]', '[x,admin]'];
      for (const name of names) {
        for (const groups of [[name], ['sport', name], [name, 'sport']]) {
          const token = await api.issuer.idToken({ 'cognito:groups': groups });
          const { status } = await api.call('GET', `${root}/trash`, `Bearer ${token}`);
          assert.equal(status, 403, groups.join(' and '));
        }
        const editor = await api.issuer.idToken({ 'cognito:groups': [name, 'admin'] });
        assert.equal((await api.call('GET', `${root}/trash`, editor)).status, 200, name);
      }
    });

    it('make no editor of somebody who sends a second token along', async () => {
      const claims = { 'cognito:groups': ['x,admin'] };
      const token = await api.issuer.idToken(claims);
      const unsigned = Buffer.from('{"cognito:groups":["x","admin"]}').toString('base64url');
      for (const tokens of [
        [token, `e30.${unsigned}.e30`],
        [`e30.${unsigned}.e30`, token],
      ]) {
        const headers = { Authorization: tokens };
        const { status } = await rawCall(api.port, {
          method: 'GET',
          path: `${root}/trash`,
          headers,
        });
        assert.ok([401, 403].includes(status), String(status));
      }
    });

    it('tell who the token is about', async () => {
      const token = await api.issuer.idToken({ 'cognito:groups': ['admin', 'sport'] });
      const me = (await json(await api.call('GET', `${root}/me`, token))) as { groups: string[] };
      assert.deepEqual(me.groups, ['admin', 'sport']);
    });

    it('read an article, and answer 404 for one that is not there', async () => {
      const id = await published({ headline: 'Ice on the canal' });
      const article = await api.call('GET', `${root}/news/${id}`, api.reader);
      assert.equal(((await article.json()) as { headline: string }).headline, 'Ice on the canal');
      const unknown = `${root}/news/0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30`;
      assert.equal((await api.call('GET', unknown, api.reader)).status, 404);
    });

    it('list page by page', async () => {
      await published();
      await published();
      const first = await api.call('GET', `${root}/news?limit=1`);
      const { items, nextCursor } = (await first.json()) as {
        items: unknown[];
        nextCursor: string;
      };
      assert.equal(items.length, 1);
      const cursor = encodeURIComponent(nextCursor);
      const second = await api.call('GET', `${root}/news?limit=1&cursor=${cursor}`);
      assert.notDeepEqual(((await second.json()) as { items: unknown[] }).items, items);
    });

    it('answer 304 to a page that the caller has', async () => {
      const { headers } = await api.call('GET', `${root}/news`);
      const known = { headers: { 'If-None-Match': headers.get('etag') ?? '' } };
      assert.equal((await api.call('GET', `${root}/news`, undefined, known)).status, 304);
    });

    it('name a parameter that comes twice, one that is unknown, and one that holds a comma', async () => {
      const twice = await json(await api.call('GET', `${root}/news?limit=1&limit=2`));
      const message = 'limit may be given once only.';
      assert.deepEqual(twice, { status: 400, message, field: 'limit' });
      const unknown = (await json(await api.call('GET', `${root}/news?page=2`))) as object;
      assert.ok('field' in unknown && unknown.field === 'page');
      const comma = await api.call('GET', `${root}/news?limit=1%2C2`);
      assert.equal(comma.status, 400);
    });

    it('read a body as JSON whatever its content type made of it on the way', async () => {
      for (const type of ['application/json', 'application/octet-stream']) {
        const init = { body: '{"force":true}', headers: { 'Content-Type': type } };
        const response = await api.call('DELETE', `${root}/news`, api.editor, init);
        const message = 'There is no field force here.';
        assert.deepEqual(await json(response), { status: 400, message, field: 'force' });
      }
    });

    it('refuse a body over 1 MB', async () => {
      const init = { body: ' '.repeat(1024 * 1024 + 1) };
      const response = await api.call('DELETE', `${root}/news`, api.editor, init);
      assert.equal(response.status, 413);
    });
  });
}
