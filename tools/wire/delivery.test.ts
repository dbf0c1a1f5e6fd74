import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { startStandIn } from '../../local/stand-in.ts';
import type { StandIn } from '../../local/stand-in.ts';
import { AccessToken } from './access-token.ts';
import { deliver } from './delivery.ts';
import type { Delivered } from './delivery.ts';
import { feedIn } from './feed.ts';
import { NewsDesk } from './news-desk.ts';
import { exitCodeOf, reportOf } from './report.ts';
import type { Patience } from './retries.ts';
import { settingsFrom } from './settings.ts';
import type { WireSettings } from './settings.ts';
import { readStories } from './story.ts';
import { faultyProxy } from './testing/faulty-proxy.ts';
import type { Fault, FaultyProxy } from './testing/faulty-proxy.ts';
import { longFeed } from './testing/feeds.ts';

const patience: Patience = { retries: 8, firstPause: 1, longestPause: 5000, attempt: 5000 };
const never = new AbortController().signal;
const tokenPath = '/oauth2/token';

let folder: string;
let standIn: StandIn;
let proxy: FaultyProxy | undefined;
let elsewhere: FaultyProxy | undefined;
let edition = 0;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  standIn = await startStandIn({ folder, port: 0, clock: 'manual', articles: 'none' });
});

after(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  edition += 1;
});

afterEach(async () => {
  await proxy?.close();
  await elsewhere?.close();
  proxy = undefined;
  elsewhere = undefined;
});

/** Stories that no test before has published. */
const edited = (count: number): ReturnType<typeof readStories> =>
  readStories(feedIn('feed', longFeed(count).replaceAll('gazette.test', `g${edition}.test`)), 0);

async function settingsBehind(
  faultFor?: (count: number) => Fault | Promise<Fault>,
): Promise<WireSettings> {
  proxy = await faultyProxy(`http://127.0.0.1:${standIn.port}`, faultFor);
  return settingsFrom({ EDGE_PORT: new URL(proxy.url).port });
}

async function delivered(
  count: number,
  settings: WireSettings,
  token = new AccessToken(settings, patience),
): Promise<Delivered> {
  const desk = new NewsDesk(settings.api, token, patience);
  return deliver(edited(count), {
    publish: (story, signal) => desk.publish(story, signal),
    onOutcome: () => undefined,
    stop: never,
    abandon: never,
  });
}

function tally({ outcomes }: Delivered): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { result } of outcomes) counts[result] = (counts[result] ?? 0) + 1;
  return counts;
}

const allPublished = (count: number): object => ({ published: count });
const every =
  (nth: number, fault: Fault) =>
  (count: number): Fault =>
    count % nth === 0 ? fault : undefined;

describe('a delivery', () => {
  it('of a thousand items takes one token', async () => {
    const settings = await settingsBehind();
    assert.deepEqual(tally(await delivered(1000, settings)), allPublished(1000));
    assert.equal(proxy?.counts.get(tokenPath), 1);
    assert.equal(proxy.counts.get('/api/news'), 1000);
  });

  const faults: [name: string, fault: Fault][] = [
    ['throttles', { status: 429 }],
    ['fails', { status: 500 }],
    ['times out', { status: 504 }],
    ['cuts connections', 'cut'],
    ['loses answers', 'lose'],
  ];
  for (const [name, fault] of faults) {
    it(`comes through an API that ${name} now and then, without doubles`, async () => {
      const settings = await settingsBehind(every(5, fault));
      const first = tally(await delivered(30, settings));
      assert.equal((first['published'] ?? 0) + (first['known'] ?? 0), 30);
      assert.deepEqual(tally(await delivered(30, settings)), { known: 30 });
    });
  }

  it('waits as long as the API says', async () => {
    const settings = await settingsBehind((count) =>
      count === 1 ? { status: 429, headers: { 'Retry-After': '1' } } : undefined,
    );
    assert.deepEqual(tally(await delivered(1, settings)), allPublished(1));
    const [first = 0, second = 0] = proxy?.publishedAt ?? [];
    assert.ok(second - first >= 990, `${second - first} ms`);
  });

  it('takes one fresh token when the one it has expires midway', async () => {
    const settings = await settingsBehind(async (count) => {
      if (count === 20) await moveClock(2 * 3600);
      return undefined;
    });
    assert.deepEqual(tally(await delivered(60, settings)), allPublished(60));
    assert.equal(proxy?.counts.get(tokenPath), 2);
  });

  it('does not repeat what is refused, and says why', async () => {
    const settings = await settingsBehind(every(2, { status: 400 }));
    const result = await delivered(4, settings);
    assert.deepEqual(tally(result), { published: 2, failed: 2 });
    assert.equal(proxy?.counts.get('/api/news'), 4);
    assert.match(reportOf('Feed', result), /2 failed\n +item \d, “Story \d”: 400 Not now/);
    assert.equal(exitCodeOf(result, false), 1);
  });

  it('ends when the API takes nothing from this client', async () => {
    const settings = await settingsBehind(() => ({ status: 403 }));
    const result = await delivered(100, settings);
    assert.deepEqual(tally(result), { unsent: 100 });
    assert.match(reportOf('Feed', result), /takes nothing from this client: 403 Not now/);
    assert.equal(exitCodeOf(result, false), 1);
    assert.ok((proxy?.counts.get('/api/news') ?? 0) <= 8);
  });

  it('ends when a fresh token is refused as well', async () => {
    const settings = await settingsBehind(() => ({ status: 401 }));
    const result = await delivered(100, settings);
    assert.match(result.end ?? '', /takes nothing from this client: 401/);
    assert.ok((proxy?.counts.get(tokenPath) ?? 0) <= 9);
  });

  it('ends when the API is down, and does not try every item', async () => {
    const settings = await settingsBehind(() => 'cut');
    const result = await delivered(200, settings);
    assert.equal(result.end, 'The API seems to be down.');
    assert.ok((tally(result)['unsent'] ?? 0) > 150);
    assert.match(reportOf('Feed', result), /the API cannot be reached/);
  });

  it('does not go where a redirect leads, nor does the token', async () => {
    elsewhere = await faultyProxy(`http://127.0.0.1:${standIn.port}`);
    const headers = { Location: `${elsewhere.url}/api/news` };
    const settings = await settingsBehind(() => ({ status: 307, headers }));
    assert.deepEqual(tally(await delivered(1, settings)), { failed: 1 });
    assert.equal(elsewhere.counts.size, 0);
  });

  it('does not wait for the rest of an answer that never ends', async () => {
    const endless = createServer((_request, response) => response.writeHead(201).write('{'));
    await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve));
    const { port } = endless.address() as AddressInfo;
    const token = new AccessToken(await settingsBehind(), patience);
    const api = new URL(`http://127.0.0.1:${port}/api`);
    const desk = new NewsDesk(api, token, { ...patience, attempt: 500 });
    const [reading] = edited(1);
    assert.ok(reading && 'story' in reading);
    assert.deepEqual(await desk.publish(reading.story, never), { result: 'published' });
    endless.closeAllConnections();
    endless.close();
  });

  it('shows nothing of an answer that a terminal would obey', async () => {
    const body = JSON.stringify({ message: 'bad\u001b[2J\u0007' });
    const settings = await settingsBehind(() => ({ status: 400, body }));
    const result = await delivered(1, settings);
    assert.match(reportOf('Feed', result), /: 400 bad \[2J$/m);
  });
});

describe('the token', () => {
  it('is used for three quarters of its life, and renewed by one request for all who ask', async () => {
    const settings = await settingsBehind();
    let now = 0;
    const token = new AccessToken(settings, patience, () => now);
    const first = await token.current();
    now = 2699_000;
    assert.equal(await token.current(), first);
    now = 2700_000;
    await moveClock(1);
    const [one, other] = await Promise.all([token.current(), token.current()]);
    assert.equal(one, other);
    assert.notEqual(one, first);
    assert.equal(proxy?.counts.get(tokenPath), 2);
  });

  it('that is not to be had ends the delivery, and the secret is not shown', async () => {
    const settings = { ...(await settingsBehind()), clientSecret: 'a-wrong-secret' };
    const result = await delivered(20, settings);
    assert.equal(result.end, 'The token endpoint gives no token: invalid_client');
    assert.doesNotMatch(reportOf('Feed', result), /a-wrong-secret/);
    assert.deepEqual(tally(result), { unsent: 20 });
  });
});

describe('the settings', () => {
  const aws = {
    PRESSPASS_API: 'https://news.test/api',
    WIRE_TOKEN_URL: 'https://auth.test/oauth2/token',
    WIRE_CLIENT_ID: 'id',
    WIRE_CLIENT_SECRET: 'secret',
  };

  it('come from the environment, all or none', async () => {
    assert.equal((await settingsFrom(aws)).api.href, 'https://news.test/api');
    await assert.rejects(settingsFrom({ ...aws, WIRE_CLIENT_SECRET: '' }), {
      message: /^WIRE_CLIENT_SECRET must be set too/,
    });
  });

  it('send nothing that is secret without TLS', async () => {
    for (const name of ['PRESSPASS_API', 'WIRE_TOKEN_URL']) {
      const settings = settingsFrom({ ...aws, [name]: 'http://news.test/' });
      await assert.rejects(settings, { message: new RegExp(`^${name} must begin with https://`) });
    }
    assert.ok(await settingsFrom({ ...aws, PRESSPASS_API: 'http://localhost:4300/api' }));
  });

  it('say how to start a stand-in where there is none', async () => {
    await assert.rejects(settingsFrom({ EDGE_PORT: '1' }), {
      message: /^No stand-in answers on port 1\. Start it/,
    });
  });
});

async function moveClock(seconds: number): Promise<void> {
  const body = JSON.stringify({ advanceSeconds: seconds });
  const response = await fetch(`${standIn.url}/clock`, { method: 'POST', body });
  assert.equal(response.status, 200);
}
