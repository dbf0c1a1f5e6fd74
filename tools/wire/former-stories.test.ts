import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startStandIn } from '../../local/stand-in.ts';
import type { StandIn } from '../../local/stand-in.ts';
import { AccessToken } from './access-token.ts';
import { deliver } from './delivery.ts';
import type { Delivered } from './delivery.ts';
import { FormerStories } from './former-stories.ts';
import { NewsDesk } from './news-desk.ts';
import { reportOf } from './report.ts';
import type { Patience } from './retries.ts';
import { settingsFrom } from './settings.ts';
import { longFeed, rssItem, rssOf } from './testing/feeds.ts';
import { onlyStoryOf, readingsOf } from './testing/readings.ts';

const patience: Patience = { retries: 1, firstPause: 1, longestPause: 5000, attempt: 5000 };
const never = new AbortController().signal;
const date = '<pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate>';

let folder: string;
let standIn: StandIn;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  standIn = await startStandIn({ folder, port: 0, articles: 'none' });
});

after(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

/** Delivers a feed as the command does. */
async function delivered(feed: string): Promise<Delivered> {
  const settings = await settingsFrom({ EDGE_PORT: String(standIn.port) });
  const desk = new NewsDesk(settings.api, new AccessToken(settings, patience), patience);
  const former = new FormerStories(settings.api, settings.clientId, patience);
  return deliver(readingsOf(feed), {
    publish: (story, signal) => desk.publish(story, signal),
    findFormer: (reading, signal) => former.find(reading, signal),
    onOutcome: () => undefined,
    stop: never,
    abandon: never,
  });
}

/** Publishes the only story of a feed as it was sent before ids with a colon were told apart. */
async function sentFormerly(feed: string): Promise<void> {
  const settings = await settingsFrom({ EDGE_PORT: String(standIn.port) });
  const desk = new NewsDesk(settings.api, new AccessToken(settings, patience), patience);
  const { story, formerSourceId } = onlyStoryOf(feed);
  assert.ok(formerSourceId);
  assert.deepEqual(await desk.publish({ ...story, sourceId: formerSourceId }, never), {
    result: 'published',
  });
}

const results = ({ outcomes }: Delivered): string[] => outcomes.map(({ result }) => result);

/** A feed of one story; each test has a number of its own. */
const gazette = (id: string, more = ''): string => rssOf(rssItem(id, more));
const courier = (feed: string): string =>
  feed.replace('Test Gazette', 'Other Courier').replace('gazette.test', 'courier.test');

describe('a story that was sent with an id of the former rule', () => {
  it('is not sent again, and the same id of another feed is a story of its own', async () => {
    const mine = gazette('post:7', date);
    const other = courier(mine).replace('Story post:7', 'Another story');
    await sentFormerly(mine);
    assert.deepEqual(results(await delivered(mine)), ['known']);
    assert.deepEqual(results(await delivered(other)), ['published']);
    assert.deepEqual(results(await delivered(other)), ['known']);
    assert.deepEqual(results(await delivered(mine)), ['known']);
  });

  it('is known by its time and byline where its headline has changed since', async () => {
    const mine = gazette('post:8', date);
    await sentFormerly(mine);
    const changed = mine.replace('Story post:8', 'A better headline');
    assert.deepEqual(results(await delivered(changed)), ['known']);
    assert.deepEqual(results(await delivered(courier(changed))), ['published']);
  });

  it('is known without a time, however far down the list', async () => {
    const mine = gazette('post:9');
    await sentFormerly(gazette('post:9', '<pubDate>1 Jan 2026</pubDate>'));
    await delivered(longFeed(120));
    assert.deepEqual(results(await delivered(mine)), ['known']);
  });
});

describe('two feeds with the same guid', () => {
  it('are both published, and once', async () => {
    const mine = gazette('post:10');
    for (const expected of [['published'], ['known']]) {
      assert.deepEqual(results(await delivered(mine)), expected);
      const other = courier(mine).replace('Story post:10', 'Not the same');
      assert.deepEqual(results(await delivered(other)), expected);
    }
  });
});

describe('the report', () => {
  it('names a date that could not be read', async () => {
    const delivery = await delivered(gazette('sunday', '<pubDate>a Sunday in autumn</pubDate>'));
    assert.equal(
      reportOf('Gazette', delivery),
      'Gazette: 1 item\n      1 published\n          item 1, “Story sunday”: ' +
        'its date “a Sunday in autumn” cannot be read; it has the time of sending.',
    );
  });
});
