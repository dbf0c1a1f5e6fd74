import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { callCognito } from '../../local/testing/sign-in.ts';
import { webClient } from '../../local/seed/identities.ts';
import { nobodysAddress } from '../testing/server.ts';

const root = join(import.meta.dirname, '../..');

/** A project of its own, whose sources may be changed. */
let project: string;
let url: string;
let standIn: ChildProcess;
let said = '';

before(async () => {
  project = await mkdtemp(join(tmpdir(), 'presspass-restarting-'));
  for (const name of ['tools', 'local', 'backend', 'contract', 'src/styles', 'package.json']) {
    await cp(join(root, name), join(project, name), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(project, 'node_modules'));
  url = await nobodysAddress();
  standIn = spawn(process.execPath, ['tools/local.ts', '--watch'], {
    cwd: project,
    // Its state lies among its sources, so that what it writes itself is seen.
    env: {
      ...process.env,
      EDGE_PORT: new URL(url).port,
      PRESSPASS_DATA: join(project, 'local/kept'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [standIn.stdout, standIn.stderr]) {
    stream?.on('data', (data: Buffer) => (said += data.toString()));
  }
  await saying(/ready after/);
});

after(async () => {
  if (standIn.exitCode === null) {
    standIn.kill('SIGTERM');
    await once(standIn, 'exit');
  }
  await rm(project, { recursive: true });
});

/** Resolves when the terminal has shown something new that matches. */
async function saying(words: RegExp): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!words.test(said)) {
    assert.ok(Date.now() < deadline, `${words.source} is not in:\n${said}`);
    await setTimeout(20);
  }
  said = '';
}

async function change(file: string, from: string, to: string): Promise<void> {
  const path = join(project, file);
  const text = await readFile(path, 'utf8');
  assert.ok(text.includes(from), from);
  await writeFile(path, text.replace(from, to));
}

const health = async (): Promise<unknown> => (await fetch(`${url}/health`)).json();

const again = (file: string): RegExp =>
  new RegExp(`^${file} has changed: the stand-in for AWS has started again \\(\\d\\.\\d s\\)`, 'm');

describe('the stand-in, while its sources change', () => {
  it('starts again with the change, says why, and keeps its state', async () => {
    const person = {
      ClientId: webClient.id,
      Username: 'new@presspass.test',
      Password: 'Press-Pass-2026',
    };
    assert.equal((await callCognito(url, 'SignUp', person)).status, 200);
    await change('local/edge.ts', "status: 'ok'", "status: 'changed'");
    await saying(again('local/edge.ts'));
    assert.deepEqual(await health(), { status: 'changed' });
    const mails = await fetch(`${url}/mailbox.json?to=${person.Username}`);
    assert.equal(((await mails.json()) as unknown[]).length, 1);
  });

  it('says that it does not start with a mistake, and starts when that is mended', async () => {
    await change('backend/http/answer.ts', 'export function answer(', 'export functoin answer(');
    await saying(
      /functoin[^]*^backend\/http\/answer\.ts has changed, and the stand-in for AWS does not start with that: see above\./m,
    );
    await assert.rejects(health());
    await change('backend/http/answer.ts', 'export functoin answer(', 'export function answer(');
    await saying(again('backend/http/answer.ts'));
    assert.deepEqual(await health(), { status: 'changed' });
  });

  it('starts again for the contract, and not for tests or what it writes itself', async () => {
    await appendFile(join(project, 'local/edge.test.ts'), '//');
    await appendFile(join(project, 'local/.edge.ts.swp'), '//');
    await appendFile(join(project, 'local/kept/lock'), '//');
    await setTimeout(500);
    assert.equal(said, '');
    await appendFile(join(project, 'contract/news.yaml'), '# more\n');
    await saying(/^contract\/news\.yaml has changed: /m);
  });

  it('ends when it is told, and lets go of its port', async () => {
    assert.equal(standIn.exitCode, null, said);
    standIn.kill('SIGINT');
    assert.deepEqual(await once(standIn, 'exit'), [0, null]);
    await assert.rejects(health());
    assert.equal(said, '');
  });
});
