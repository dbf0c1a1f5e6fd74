import { TestBed } from '@angular/core/testing';
import { ApiProblem } from '../shared/api-problem';
import { anArticle } from '../testing/articles';
import { FakeNewsClient, provideFakeNews } from '../testing/fake-news-client';
import { NewsStore } from './news-store';
import { TrashStore } from './trash-store';
import { present } from '../testing/present';

const serverAway = new ApiProblem('unreachable', 'Presspass cannot be reached.');

describe('NewsStore', () => {
  function setUp(count: number) {
    const articles = Array.from({ length: count }, () => anArticle());
    const client = new FakeNewsClient([...articles]);
    TestBed.configureTestingModule({ providers: [provideFakeNews(client)] });
    const ids = articles.map(({ id }) => id);
    const id = (index: number) => present(ids[index]);
    return { client, ids, id, store: TestBed.inject(NewsStore), trash: TestBed.inject(TrashStore) };
  }
  const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

  it('grows the front page by a page at a time, up to the end', async () => {
    const { store, ids } = setUp(5);

    await store.growFrontPage(2);
    expect(idsOf(store.frontPage())).toEqual(ids.slice(0, 2));
    await store.growFrontPage(2);
    await store.growFrontPage(2);

    expect(idsOf(store.frontPage())).toEqual(ids);
    expect(store.hasMoreForFrontPage()).toBeFalse();
  });

  it('keeps the front page short when the desk has loaded everything', async () => {
    const { store } = setUp(50);
    await store.growFrontPage(20);

    await store.loadMore(100);

    expect(store.items().length).toBe(50);
    expect(store.frontPage().length).toBe(20);
  });

  it('keeps what it has when a page fails, and goes on from there', async () => {
    const { store, client, ids } = setUp(4);
    await store.growFrontPage(2);
    client.failNext(serverAway);

    await store.growFrontPage(2);
    expect(idsOf(store.frontPage())).toEqual(ids.slice(0, 2));
    expect(store.problem()).toBe(serverAway.message);
    await store.growFrontPage(2);

    expect(idsOf(store.frontPage())).toEqual(ids);
    expect(store.problem()).toBeNull();
  });

  it('goes on after a page that somebody else had asked for', async () => {
    const { store, client, ids } = setUp(5);
    const release = client.hold();
    const desk = store.loadMore(2);
    const frontPage = store.growFrontPage(4);

    release();
    await Promise.all([desk, frontPage]);

    expect(idsOf(store.frontPage())).toEqual(ids.slice(0, 4));
  });

  it('drops an answer that arrives after a new start', async () => {
    const { store, trash, client, ids } = setUp(3);
    await store.deleteArticles(ids);
    const release = client.hold();
    const first = trash.loadMore(2);
    const second = trash.reload(2);

    release();
    await Promise.all([first, second]);

    expect(trash.items().length).toBe(2);
  });

  it('takes deleted articles off the page and brings them back to their places', async () => {
    const { store, ids, id } = setUp(4);
    await store.growFrontPage(4);

    const outcome = await store.deleteArticles([id(1), id(2)]);
    expect(idsOf(store.items())).toEqual([id(0), id(3)]);
    await store.restoreArticles(outcome.done);

    expect(idsOf(store.items())).toEqual(ids);
  });

  it('does not mind that somebody else deleted an article first', async () => {
    const { store, client, id } = setUp(2);
    await store.growFrontPage(2);
    await client.deleteArticle(id(0));

    const outcome = await store.deleteArticles([id(0)]);

    expect(outcome).toEqual({ done: [id(0)] });
    expect(idsOf(store.items())).toEqual([id(1)]);
  });

  it('keeps the articles that could not be deleted, and says why', async () => {
    const { store, client, ids, id } = setUp(3);
    await store.growFrontPage(3);
    client.failNext(serverAway);

    const outcome = await store.deleteArticles([id(0)]);

    expect(outcome).toEqual({ done: [], problem: serverAway });
    expect(idsOf(store.items())).toEqual(ids);
  });

  it('deletes everything batch by batch and tells how far it is', async () => {
    const { store } = setUp(5);
    const progress: number[] = [];

    const deleted = await store.deleteAll(
      (count) => progress.push(count),
      new AbortController().signal,
    );

    expect(progress).toEqual([2, 4, 5]);
    expect(deleted).toBe(5);
    expect(store.isEmpty()).toBeTrue();
  });

  it('stops deleting everything after the batch that is under way', async () => {
    const { store, client } = setUp(6);
    const stop = new AbortController();

    const deleted = await store.deleteAll(() => {
      stop.abort();
    }, stop.signal);

    expect(deleted).toBe(2);
    expect(client.calls.filter((call) => call === 'deleteAllNews').length).toBe(1);
    await store.loadMore(10);
    expect(store.items().length).toBe(4);
  });

  it('moves an article from the trash back into the news', async () => {
    const { store, trash, ids, id } = setUp(2);
    await store.growFrontPage(2);
    await store.deleteArticles([id(1)]);
    await trash.reload(10);
    expect(idsOf(trash.items())).toEqual([id(1)]);

    await trash.restoreArticles([id(1)]);

    expect(trash.items()).toEqual([]);
    expect(idsOf(store.items())).toEqual(ids);
  });
});
