import assert from 'node:assert/strict';
import { mkdir, mkdtemp, open, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { startStandIn } from './stand-in.ts';
import { expectRunning, runStandIn } from './testing/process.ts';
import type { RunningStandIn } from './testing/process.ts';
import { editorsIdToken } from './testing/sign-in.ts';

let folder: string;
const running: RunningStandIn[] = [];

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'presspass-')), 'state');
});

afterEach(async () => {
  for (const standIn of running.splice(0)) await standIn.kill('SIGKILL');
  await rm(join(folder, '..'), { recursive: true, force: true });
});

async function start(environment?: Record<string, string>): Promise<RunningStandIn> {
  const standIn = expectRunning(await runStandIn(folder, environment));
  running.push(standIn);
  return standIn;
}

/** Expects a start that fails with one line, exit code 1. */
async function refusal(environment?: Record<string, string>): Promise<string> {
  const outcome = await runStandIn(folder, environment);
  if ('url' in outcome) await outcome.kill('SIGKILL');
  assert.ok('said' in outcome, 'it started');
  assert.equal(outcome.exitCode, 1);
  assert.equal(outcome.said.trim().split('\n').length, 1, outcome.said);
  return outcome.said;
}

const putItem = {
  Authorization: 'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=c, Signature=d',
  'X-Amz-Target': 'DynamoDB_20120810.PutItem',
  'X-Amz-Date': '20261120T000000Z',
  'Content-Type': 'application/x-amz-json-1.0',
};

interface Page {
  items: { id: string; publishedAt: string }[];
}

async function newsOf({ url }: RunningStandIn): Promise<Page['items']> {
  return ((await (await fetch(`${url}/api/news?limit=100`)).json()) as Page).items;
}

describe('the stand-in as a process', () => {
  it('closes in order though it is told to end more than once, as a terminal and a parent do', async () => {
    const standIn = await start();
    const ended = standIn.kill('SIGTERM');
    void standIn.kill('SIGTERM');
    assert.equal(await ended, 0);
  });

  it('starts with sixty articles, the newest a few minutes old', async () => {
    const items = await newsOf(await start());
    assert.equal(items.length, 60);
    const age = Date.now() - Date.parse(items[0]?.publishedAt ?? '');
    assert.ok(age > 0 && age < 30 * 60_000, `${String(age)} ms`);
  });

  it('outlives requests to its tables that make no sense', async () => {
    const { url } = await start();
    const value = `${'{"L":['.repeat(20_000)}{"S":"x"}${']}'.repeat(20_000)}`;
    const body = `{"TableName":"presspass-articles","Item":{"id":{"S":"x"},"deep":${value}}}`;
    for (const text of ['null', body]) {
      const response = await fetch(url, { method: 'POST', headers: putItem, body: text });
      assert.equal(response.status, 400);
      assert.match(await response.text(), /SerializationException/);
    }
    assert.equal((await fetch(`${url}/health`)).status, 200);
  });

  it('outlives a request to its tables that is broken off', async () => {
    const { url } = await start();
    const headers = { ...putItem, 'Content-Length': 9 };
    const brokenOff = request(url, { method: 'POST', headers });
    brokenOff.on('error', () => undefined).write('{');
    await setTimeout(100);
    brokenOff.destroy();
    await setTimeout(100);
    assert.equal((await fetch(`${url}/health`)).status, 200);
  });

  it('lets nobody else read what it keeps, in an open folder either', async () => {
    await mkdir(folder, { mode: 0o755 });
    await start();
    const entries = await readdir(folder, { recursive: true });
    const found = await Promise.allSettled(entries.map((name) => stat(join(folder, name))));
    // The tables tidy up by themselves: what is gone meanwhile is read by nobody.
    const modes = found.flatMap((one) =>
      one.status === 'fulfilled' ? one.value.mode & 0o077 : [],
    );
    assert.ok(modes.length > 5);
    assert.deepEqual(new Set(modes), new Set([0]));
  });

  it('keeps through kill -9 what it has acknowledged', async () => {
    const first = await start();
    const Authorization = await editorsIdToken(first.url);
    const [story] = await newsOf(first);
    const path = `/api/news/${story?.id ?? ''}`;
    const response = await fetch(first.url + path, {
      method: 'DELETE',
      headers: { Authorization },
    });
    assert.equal(response.status, 204);
    await first.kill('SIGKILL');

    const second = await start();
    assert.equal((await newsOf(second)).length, 59);
    const again = await fetch(second.url + path, { headers: { Authorization } });
    assert.equal(again.status, 404, 'the token still counts, the article is still gone');
  });

  it('does not publish again what an editor has deleted', async () => {
    const first = await start();
    const Authorization = await editorsIdToken(first.url);
    await fetch(`${first.url}/api/news`, { method: 'DELETE', headers: { Authorization } });
    assert.equal(await first.kill('SIGTERM'), 0);
    assert.deepEqual(await newsOf(await start()), []);
  });

  it('moves its time only when asked to, and then tokens expire', async () => {
    const { url } = await start({ PRESSPASS_CLOCK: 'manual' });
    const Authorization = await editorsIdToken(url);
    const move = (body: string, headers = {}): Promise<Response> =>
      fetch(`${url}/clock`, { method: 'POST', body, headers });
    assert.equal((await move('{"advanceSeconds":-1}')).status, 400);
    assert.equal((await move('{"advanceSeconds":1e308}')).status, 400);
    assert.equal((await move('{')).status, 400);
    assert.equal((await move('{"advanceSeconds":1}', { Origin: 'https://a.test' })).status, 403);
    assert.equal((await move('{"advanceSeconds":3601}')).status, 200);
    const response = await fetch(`${url}/api/me`, { headers: { Authorization } });
    assert.equal(response.status, 401);
    assert.equal(await response.text(), '{"message":"The incoming token has expired"}');
  });
});

describe('state that gets damaged while it is in use', () => {
  it('ends the process with one line when it is read, and the next start as well', async () => {
    await (await startStandIn({ folder, port: 0 })).close();
    const running = expectRunning(await runStandIn(folder));
    const path = join(folder, 'presspass.sqlite');
    const { size } = await stat(path);
    // All but what it has read to start.
    const file = await open(path, 'r+');
    await file.write(Buffer.alloc(size - 4096, 0xff), 0, size - 4096, 4096);
    await file.close();
    await fetch(`${running.url}/api/news?limit=100`).catch(() => undefined);
    const { exitCode, said } = await running.ended();
    assert.equal(exitCode, 1);
    assert.match(
      said,
      /^.*presspass\.sqlite is damaged \(.*\)\. Nothing was changed.*npm run reset.*\n$/,
    );
    assert.match(await refusal(), /presspass\.sqlite is not the one that was left here/);
  });
});

describe('a start that cannot be', () => {
  it('names the port in use and leaves the state alone', async () => {
    const { url } = await start();
    const taken = new URL(url).port;
    const elsewhere = folder;
    folder = join(folder, '..', 'other');
    assert.match(
      await refusal({ EDGE_PORT: taken }),
      new RegExp(`Port ${taken} is in use.*EDGE_PORT`),
    );
    await assert.rejects(readdir(folder), { code: 'ENOENT' });
    folder = elsewhere;
  });

  it('says that EDGE_PORT is no port', async () => {
    for (const port of ['news', '-1', '65536', '43.5']) {
      assert.match(await refusal({ EDGE_PORT: port }), /EDGE_PORT/);
    }
  });

  it('says which switch is none', async () => {
    assert.match(await refusal({ PRESSPASS_CORS: 'closed' }), /PRESSPASS_CORS.*open or fresh/);
    assert.match(await refusal({ PRESSPASS_THROTTLE: 'much' }), /PRESSPASS_THROTTLE.*20\/5/);
  });

  it('says that another stand-in uses the folder', async () => {
    await start();
    assert.match(await refusal(), /in use by another stand-in.*PRESSPASS_DATA/);
  });

  it('leaves a folder from a newer version as it is', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'version'), '99\n');
    assert.match(await refusal(), /newer Presspass.*npm run reset/);
    assert.deepEqual(await readdir(folder), ['version']);
    assert.equal(await readFile(join(folder, 'version'), 'utf8'), '99\n');
  });

  it('says so when the folder is a file', async () => {
    await writeFile(folder, 'do not lose');
    assert.match(await refusal(), /is a file, not a folder/);
    assert.equal(await readFile(folder, 'utf8'), 'do not lose');
  });

  it('says so at once when no folder can be made there', { timeout: 20_000 }, async () => {
    const removable = folder;
    folder = '/proc/presspass/state';
    assert.match(await refusal(), /^\/proc\/presspass\/state cannot be used.*PRESSPASS_DATA/);
    folder = removable;
  });

  it('leaves a folder of somebody else as it is', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'thesis.txt'), 'do not lose');
    assert.match(await refusal(), /not ours.*PRESSPASS_DATA/);
    assert.deepEqual(await readdir(folder), ['thesis.txt']);
  });

  it('calls a folder from a newer version so, whatever else is kept there by then', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'version'), '99\n');
    await writeFile(join(folder, 'passkeys.sqlite'), '');
    assert.match(await refusal(), /newer/);
  });

  it('leaves a folder of somebody else as it is, even one with a version', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'version'), '1\n');
    await writeFile(join(folder, 'thesis.txt'), 'do not lose');
    assert.match(await refusal(), /not ours.*PRESSPASS_DATA/);
    assert.deepEqual(await readdir(folder), ['thesis.txt', 'version']);
  });
});
