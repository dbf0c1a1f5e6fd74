import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, mock } from 'node:test';
import { listen } from './http/server.ts';
import { APP_CLIENT_IDS } from './seed/identities.ts';
import { startStandIn } from './stand-in.ts';
import { StateDatabase } from './state/state-database.ts';
import { editorsIdToken } from './testing/sign-in.ts';

let parent: string;

before(async () => {
  parent = await mkdtemp(join(tmpdir(), 'presspass-first-start-'));
});

after(() => rm(parent, { recursive: true }));

interface Story {
  headline: string;
  publishedAt: string;
}

async function storiesOf(url: string): Promise<Story[]> {
  const response = await fetch(`${url}/api/news?limit=100`);
  return ((await response.json()) as { items: Story[] }).items;
}

/** Each headline, and how long before the newest it was published: what a paper of another moment has in common with it. */
async function paperOf(url: string): Promise<string[]> {
  const stories = await storiesOf(url);
  const newest = Date.parse(stories[0]?.publishedAt ?? '');
  return stories.map(
    ({ headline, publishedAt }) => `${String(newest - Date.parse(publishedAt))} ${headline}`,
  );
}

async function signInStatus(url: string, USERNAME: string): Promise<number> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'X-Amz-Target': 'AWSCognitoIdentityProviderService.InitiateAuth' },
    body: JSON.stringify({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: APP_CLIENT_IDS['presspass-cli'],
      AuthParameters: { USERNAME, PASSWORD: 'Press-Pass-2026' },
    }),
  });
  return response.status;
}

/** Starts for the first time, and keeps a copy of the folder as a kill at each of its steps would leave it. */
async function firstStart(folder: string): Promise<{ copies: string[]; paper: string[] }> {
  const copies: string[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the database that it was called on
  const { exec } = StateDatabase.prototype;
  const { mock: watched } = mock.method(
    StateDatabase.prototype,
    'exec',
    function (this: StateDatabase, sql: string): void {
      exec.call(this, sql);
      const copy = join(parent, `step ${String(copies.length)}`);
      copies.push(copy);
      cpSync(folder, copy, { recursive: true });
    },
  );
  const standIn = await startStandIn({ folder, port: 0 });
  watched.restore();
  const paper = await paperOf(standIn.url);
  await standIn.close();
  return { copies, paper };
}

describe('a first start', () => {
  it('is finished by the next one, wherever it was killed, and the paper is the same', async () => {
    const { copies, paper } = await firstStart(join(parent, 'first'));
    assert.equal(paper.length, 60);
    assert.ok(copies.length > 100, String(copies.length));
    // The beginning, where everything is made, and then some of the many stories.
    const steps = [0, 1, 2, 5, 12, 20, 30, 60, 120, copies.length - 4, copies.length - 1];
    for (const step of steps) {
      const standIn = await startStandIn({ folder: copies[step] ?? '', port: 0 });
      assert.deepEqual(await paperOf(standIn.url), paper, `step ${String(step)}`);
      // In the group: only editors may see the trash.
      const Authorization = await editorsIdToken(standIn.url);
      const trash = await fetch(`${standIn.url}/api/trash`, { headers: { Authorization } });
      assert.equal(trash.status, 200);
      assert.equal(await signInStatus(standIn.url, 'reader@presspass.test'), 200);
      await standIn.close();
    }
  });

  it('lets nobody in before the whole paper is there', async () => {
    const probe = await listen(0, () => undefined);
    const { port } = probe;
    await probe.close();
    const url = `http://127.0.0.1:${String(port)}`;
    let standIn: Awaited<ReturnType<typeof startStandIn>> | undefined;
    const starting = startStandIn({ folder: join(parent, 'watched'), port }).then((started) => {
      standIn = started;
    });
    const seen: string[] = [];
    while (!standIn) {
      const health = await fetch(`${url}/health`).catch(() => undefined);
      if (health?.status === 200) seen.push(`${String((await storiesOf(url)).length)} stories`);
      else if (health)
        seen.push(`${String(health.status)} ${health.headers.get('retry-after') ?? ''}`);
    }
    await starting;
    await standIn.close();
    assert.equal(seen[0], '503 1');
    const others = seen.filter((one) => one !== '503 1' && one !== '60 stories');
    assert.deepEqual(others, []);
  });
});
