import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openArticles } from '../../backend/dynamodb/open-articles.ts';
import { startStandIn } from '../../local/stand-in.ts';
import type { StandIn } from '../../local/stand-in.ts';
import { faultyProxy } from './testing/faulty-proxy.ts';
import type { FaultyProxy } from './testing/faulty-proxy.ts';
import { longFeed, rssItem, rssOf } from './testing/feeds.ts';

const command = fileURLToPath(new URL('../wire.ts', import.meta.url));
const count = 120;

let folder: string;
let feed: string;
let standIn: StandIn;
let proxy: FaultyProxy | undefined;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  feed = join(folder, 'feed.xml');
  await writeFile(feed, longFeed(count));
});

after(() => rm(folder, { recursive: true }));

interface Ended {
  code: number | null;
  output: string;
}

/** The command, started from the folder that the feed is in. */
function start(args: string[], port = 1): { child: ChildProcess; ended: Promise<Ended> } {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [command, ...args], {
    env: { PATH, NODE_COMPILE_CACHE, EDGE_PORT: String(port), INIT_CWD: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (output += data.toString()));
  }
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, output }));
  return { child, ended };
}

async function headlines(): Promise<string[]> {
  const { items } = await openArticles().listNews({ limit: 1000 });
  return items.map(({ headline }) => headline);
}

/** Runs the command and sends the signal while the 50th story is on its way. */
async function endedMidway(signal: 'SIGINT' | 'SIGKILL'): Promise<Ended> {
  const running: { child?: ChildProcess } = {};
  proxy = await faultyProxy(`http://127.0.0.1:${standIn.port}`, (number) => {
    if (number === 50) running.child?.kill(signal);
    return undefined;
  });
  const { child, ended } = start(['feed.xml'], Number(new URL(proxy.url).port));
  running.child = child;
  return ended;
}

describe('npm run wire', () => {
  beforeEach(async () => {
    standIn = await startStandIn({ folder: join(folder, 'state'), port: 0, articles: 'none' });
  });

  afterEach(async () => {
    await proxy?.close();
    proxy = undefined;
    await standIn.close();
    await rm(join(folder, 'state'), { recursive: true });
  });

  it('publishes a feed, which the front page shows at once', async () => {
    const { code, output } = await start(['feed.xml'], standIn.port).ended;
    assert.equal(output, `Test Gazette: ${count} items\n    ${count} published\n`);
    assert.equal(code, 0);
    const page = await fetch(`${standIn.url}/api/news?limit=100`);
    const { items } = (await page.json()) as { items: { byline: string }[] };
    assert.equal(items.length, 100);
    assert.equal(items[0]?.byline, 'Test Gazette');
  });

  it('ends cleanly at Ctrl-C, and the next run sends the rest once', async () => {
    const { code, output } = await endedMidway('SIGINT');
    assert.equal(code, 130);
    const [, published, unsent] = /(\d+) published\n +(\d+) not sent\n/.exec(output) ?? [];
    assert.equal(Number(published) + Number(unsent), count);
    assert.match(output, /Interrupted\. Run it again to send the rest: nothing is sent twice\.\n$/);
    assert.equal((await headlines()).length, Number(published));
    const again = await start(['feed.xml'], standIn.port).ended;
    assert.match(
      again.output,
      new RegExp(` ${unsent ?? ''} published\n +${published ?? ''} known`),
    );
    assert.equal(new Set(await headlines()).size, count);
    assert.equal((await headlines()).length, count);
  });

  it('leaves no doubles when it is killed and run again', async () => {
    const { code } = await endedMidway('SIGKILL');
    assert.equal(code, null);
    const again = await start(['feed.xml'], standIn.port).ended;
    assert.equal(again.code, 0);
    assert.match(again.output, /known already/);
    assert.equal((await headlines()).length, count);
    assert.equal(new Set(await headlines()).size, count);
  });
});

describe('npm run wire, without a paper to send to,', () => {
  it('shows what it would send', async () => {
    await writeFile(feed, rssOf(rssItem('1') + '<item><title>No text</title></item>'));
    const { code, output } = await start(['feed.xml', '--dry-run']).ended;
    assert.equal(code, 0);
    assert.match(output, /^ {2}World +Story 1\n +Test Gazette, now, https:\/\/gazette\.test\/#1\n/);
    assert.match(
      output,
      /skipped {2}item 2, “No text”: it has no text\.\n1 of 2 items would be sent\.\n$/,
    );
  });

  it('shows all of it, however long', async () => {
    const many = Array.from({ length: 12_000 }, (_, number) => rssItem(String(number)));
    await writeFile(feed, rssOf(many.join('')));
    const { code, output } = await start(['feed.xml', '--dry-run']).ended;
    assert.equal(code, 0);
    assert.match(output, /\n12000 of 12000 items would be sent\.\n$/);
  });

  const mistakes: [name: string, args: string[], words: RegExp][] = [
    ['nothing', [], /^Usage: npm run wire -- <feed\.xml \| URL> \[--dry-run\]\n$/],
    ['an unknown option', ['--fast'], /^Unknown option '--fast'\.\nUsage: [^\n]+\n$/],
    ['no such file', ['none.xml'], /^none\.xml cannot be read: there is no such file\.\n$/],
    ['an empty name', [''], /^Usage: [^\n]+\n$/],
    [
      'another kind of address',
      ['ftp://x.test/f.xml'],
      /: an address begins with http:\/\/ [^\n]+\n$/,
    ],
    ['nobody there', ['http://127.0.0.1:1/f.xml'], /f\.xml cannot be read: [^\n]+\n$/],
    ['no feed', ['.'], /^\. cannot be read: it is a folder\.\n$/],
  ];
  for (const [name, args, words] of mistakes) {
    it(`says in one line what is wrong: ${name}`, async () => {
      const { code, output } = await start(args).ended;
      assert.match(output, words);
      assert.equal(code, 1);
    });
  }
});
