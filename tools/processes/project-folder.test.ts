import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

let parent: string;

before(async () => {
  parent = await mkdtemp(join(tmpdir(), 'presspass-folder-'));
});
after(() => rm(parent, { recursive: true }));

/** What a command says in a folder below `parent`. A port and a browser that are none end it where it would go on. */
async function runIn(
  name: string,
  ...[command, ...args]: [string, ...string[]]
): Promise<{ status: number | null; stderr: string }> {
  const cwd = join(parent, name);
  await mkdir(cwd, { recursive: true });
  const script = join(import.meta.dirname, '..', command);
  const env = { ...process.env, PORT: 'none', CHROME_BIN: 'none' };
  const options = { cwd, env, encoding: 'utf8' } as const;
  return spawnSync(process.execPath, [...process.execArgv, script, ...args], options);
}

const refusal = (command: string, character: string, name: string): string =>
  `${command} cannot serve files from a folder with "${character}" in its path: ${join(parent, name)}. Move the project to one without # ? %.\n`;

test('npm start says in one line that Vite cannot serve the folder, and what to do', async () => {
  for (const [name, character] of [
    ['a#b', '#'],
    ['a%20b', '%'],
    ['a?b/presspass', '?'],
  ] as const) {
    const { status, stderr } = await runIn(name, 'start.ts');
    assert.equal(status, 1, name);
    assert.equal(stderr, refusal('npm start', character, name));
  }
});

test('npm run test:app says in one line that Karma cannot serve the folder, and what to do', async () => {
  for (const [name, character] of [
    ['a#b', '#'],
    ['a?b/presspass', '?'],
  ] as const) {
    const { status, stderr } = await runIn(name, 'test.ts', 'app');
    assert.equal(status, 1, name);
    assert.equal(stderr, refusal('npm run test:app', character, name));
  }
});

test('blanks and letters of any language are no hindrance', async () => {
  for (const name of ['a b', 'zeitungä', '新聞', "it's (new) & [fine]"]) {
    assert.match((await runIn(name, 'start.ts')).stderr, /^PORT is "none"/, name);
    assert.match((await runIn(name, 'test.ts', 'app')).stderr, /^CHROME_BIN is "none"/, name);
  }
});
