import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';

/** A project of its own, with a command to run and an npm that only pretends. */
let project: string;

const lock = (version: string): string =>
  JSON.stringify({ packages: { '': {}, 'node_modules/a': { version } } });

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'presspass-run-'));
  await cp(new URL('..', import.meta.url), join(project, 'tools'), { recursive: true });
  await writeFile(join(project, 'package.json'), '{"type":"module"}');
  await writeFile(join(project, 'package-lock.json'), lock('1.0.0'));
  await writeFile(
    join(project, 'tools/hello.ts'),
    `const words: string[] = process.argv.slice(2); console.log('hello', ...words); process.exit(words.length);`,
  );
  await pretendNpm(`install();`);
});
afterEach(() => rm(project, { recursive: true }));

/** An npm that notes its call and then does `body`, where `install()` does what npm ci would. */
async function pretendNpm(body: string): Promise<void> {
  await writeFile(
    join(project, 'npm-cli.cjs'),
    `const fs = require('node:fs');
     fs.appendFileSync('calls.txt', process.argv.slice(2, 3) + '\\n');
     function install() {
       fs.mkdirSync('node_modules/node/bin', { recursive: true });
       fs.rmSync('node_modules/node/bin/node', { force: true });
       fs.symlinkSync(process.execPath, 'node_modules/node/bin/node');
       fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
     }
     ${body}`,
  );
}

function run(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/run.mjs', ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: join(project, 'npm-cli.cjs') },
  });
  return { status, out: stdout, err: stderr };
}

const installs = async (): Promise<number> =>
  (await readFile(join(project, 'calls.txt'), 'utf8').catch(() => '')).split('\n').length - 1;

test('a fresh clone installs first, then runs, and hands over arguments and exit code', async () => {
  const { status, out, err } = run('hello', 'a', 'b');
  assert.equal(out, 'hello a b\n');
  assert.equal(status, 2);
  assert.match(err, /^Installing what Presspass needs\./);
  assert.equal(await installs(), 1);
});

test('what is installed is not installed again, until the lock file asks for something else', async () => {
  run('hello');
  assert.equal(run('hello').err, '');
  assert.equal(await installs(), 1);
  await writeFile(join(project, 'package-lock.json'), lock('2.0.0'));
  run('hello');
  assert.equal(await installs(), 2);
});

test('what only deploying needs is installed for the commands that use it, and for no others', async () => {
  await mkdir(join(project, 'infra'));
  await writeFile(join(project, 'infra/package-lock.json'), lock('1.0.0'));
  await writeFile(join(project, 'tools/deploy.ts'), '');
  run('hello');
  assert.equal(await installs(), 1);
  const { err } = run('deploy');
  assert.match(err, /^Installing what deploying Presspass needs\./);
  assert.match(await readFile(join(project, 'infra/calls.txt'), 'utf8'), /^ci\n$/);
  assert.equal(await installs(), 1);
});

test('what somebody installed with npm by hand is taken as it is', async () => {
  await mkdir(join(project, 'node_modules/node/bin'), { recursive: true });
  await symlink(process.execPath, join(project, 'node_modules/node/bin/node'));
  await writeFile(join(project, 'node_modules/.package-lock.json'), lock('1.0.0'));
  assert.equal(run('hello').out, 'hello\n');
  assert.equal(await installs(), 0);
});

test('what npm has left unpatched, since it was told to run no scripts, is patched, once', async () => {
  await mkdir(join(project, 'node_modules/node/bin'), { recursive: true });
  await symlink(process.execPath, join(project, 'node_modules/node/bin/node'));
  const installed = join(import.meta.dirname, '../../node_modules/patch-package');
  await symlink(installed, join(project, 'node_modules/patch-package'));
  await mkdir(join(project, 'node_modules/a'));
  await writeFile(join(project, 'node_modules/a/package.json'), '{"version":"1.0.0"}');
  await writeFile(join(project, 'node_modules/a/index.js'), 'one\ntwo\n');
  await mkdir(join(project, 'patches'));
  await writeFile(
    join(project, 'patches/a+1.0.0.patch'),
    `diff --git a/node_modules/a/index.js b/node_modules/a/index.js
index 814f4a4..2f54ee6 100644
--- a/node_modules/a/index.js
+++ b/node_modules/a/index.js
@@ -1,2 +1,2 @@
 one
-two
+three
`,
  );
  await writeFile(join(project, 'node_modules/.package-lock.json'), lock('1.0.0'));
  const { status, out, err } = run('hello');
  assert.match(err, /^Patching a package in node_modules, [^\n]+\n$/);
  assert.equal(out, 'hello\n');
  assert.equal(status, 0);
  assert.equal(await readFile(join(project, 'node_modules/a/index.js'), 'utf8'), 'one\nthree\n');
  assert.equal(run('hello').err, '');
  assert.equal(await installs(), 0);
});

test('an installation that was cut short is done again', async () => {
  await mkdir(join(project, 'node_modules/a'), { recursive: true });
  assert.equal(run('hello').out, 'hello\n');
  assert.equal(await installs(), 1);
});

test('without a network it says so, runs nothing and tries again the next time', async () => {
  await pretendNpm(`console.error('npm error code ENOTFOUND'); process.exit(1);`);
  const { status, out, err } = run('hello');
  assert.equal(status, 1);
  assert.equal(out, '');
  assert.match(err, /npm could not reach its registry\. Check the network/);
  await pretendNpm(`install();`);
  assert.equal(run('hello').out, 'hello\n');
});

test('an installation whose patch does not fit says so, and is done again', async () => {
  await pretendNpm(
    `install(); console.error('Warning: patch-package detected a patch file version mismatch'); process.exit(1);`,
  );
  for (const attempt of [1, 2]) {
    const { status, out, err } = run('hello');
    assert.equal(status, 1);
    assert.equal(out, '');
    assert.match(err, /A package is not the one that its patch in patches\/ was made for\./);
    assert.equal(await installs(), attempt);
  }
});

test('an npm that must not run install scripts is told about, with the way out', async () => {
  await pretendNpm(`install(); fs.rmSync('node_modules/node', { recursive: true });`);
  assert.match(run('hello').err, /npm rebuild node --ignore-scripts=false/);
});

test('an unknown command is named', () => {
  const { status, err } = run('nonsense');
  assert.equal(status, 1);
  assert.match(err, /There is no command "nonsense"/);
});
