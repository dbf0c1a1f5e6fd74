import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startStandIn } from './stand-in.ts';
import { UnusableStateError } from './state/unusable-state.ts';

const script = fileURLToPath(new URL('./reset.ts', import.meta.url));
let folder: string;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'presspass-')), 'state');
});

afterEach(() => rm(join(folder, '..'), { recursive: true }));

function reset(...words: string[]): { exitCode: number | null; said: string } {
  const env = { ...process.env, PRESSPASS_DATA: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { env });
  return { exitCode: status, said: stdout.toString() + stderr.toString() };
}

describe('reset', () => {
  it('forgets the state of a stand-in that has stopped', async () => {
    const standIn = await startStandIn({ folder, port: 0 });
    await standIn.close();
    assert.equal(reset().exitCode, 0);
    await assert.rejects(readdir(folder), { code: 'ENOENT' });
  });

  it('forgets a state that is damaged, whichever of its files', async () => {
    for (const name of ['version', 'state.json', 'presspass.sqlite']) {
      const standIn = await startStandIn({ folder, port: 0, articles: 'none' });
      await standIn.close();
      if (name === 'version') await rm(join(folder, name));
      else await writeFile(join(folder, name), 'damaged'.repeat(100));
      await writeFile(join(folder, 'lock'), 'damaged');
      await assert.rejects(startStandIn({ folder, port: 0 }), UnusableStateError);
      const { exitCode, said } = reset();
      assert.equal(exitCode, 0, said);
      await assert.rejects(readdir(folder), { code: 'ENOENT' });
    }
  });

  it('keeps the state of a stand-in that is running', async () => {
    const standIn = await startStandIn({ folder, port: 0 });
    const { exitCode, said } = reset();
    assert.equal((await fetch(`${standIn.url}/api/news`)).status, 200);
    await standIn.close();
    assert.equal(exitCode, 1);
    assert.match(said, /in use by another stand-in/);
    assert.ok((await readdir(folder)).includes('presspass.sqlite'));
  });

  it('keeps everything when it is asked how it is used, or told what it does not know', async () => {
    const standIn = await startStandIn({ folder, port: 0, articles: 'none' });
    await standIn.close();
    const asked = reset('--help');
    assert.match(asked.said, /^Usage: npm run reset /);
    assert.equal(asked.exitCode, 0);
    const told = reset('--dry-run');
    assert.match(told.said, /^What is "--dry-run"\? Nothing was forgotten\.\nUsage: /);
    assert.equal(told.exitCode, 1);
    assert.ok((await readdir(folder)).includes('presspass.sqlite'));
  });

  it('keeps a folder that is not ours', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'thesis.txt'), 'do not lose');
    assert.equal(reset().exitCode, 1);
    assert.deepEqual(await readdir(folder), ['thesis.txt']);
  });

  it('keeps a folder that has a version, as many have, but is not ours', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'version'), '1\n');
    await writeFile(join(folder, 'thesis.txt'), 'do not lose');
    const { exitCode, said } = reset();
    assert.equal(exitCode, 1);
    assert.match(said, /thesis\.txt/);
    assert.deepEqual(await readdir(folder), ['thesis.txt', 'version']);
  });

  it('is content when there is nothing', () => {
    assert.equal(reset().exitCode, 0);
  });
});
