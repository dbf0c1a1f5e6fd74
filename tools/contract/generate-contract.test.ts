import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

const root = join(import.meta.dirname, '../..');

/** A project with a contract of its own. */
let project: string;

before(async () => {
  project = await mkdtemp(join(tmpdir(), 'presspass-contract-'));
  for (const name of ['tools', 'contract', 'redocly.yaml', 'package.json']) {
    await cp(join(root, name), join(project, name), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(project, 'node_modules'));
  await rm(join(project, 'contract/generated'), { recursive: true });
});
after(() => rm(project, { recursive: true }));

function generate(...args: string[]): { status: number | null; stderr: string } {
  const script = 'tools/generate-contract.ts';
  return spawnSync(process.execPath, [script, ...args], { cwd: project, encoding: 'utf8' });
}

/** Writes the contract anew, with every text replaced as said. */
async function change(...replacements: [text: string, by: string][]): Promise<string> {
  const contract = join(project, 'contract/news.yaml');
  let text = await readFile(join(root, 'contract/news.yaml'), 'utf8');
  for (const [old, by] of replacements) {
    assert.ok(text.includes(old), old);
    text = text.replace(old, by);
  }
  await writeFile(contract, text);
  return text;
}

const generated = (): Promise<string[]> =>
  readdir(join(project, 'contract/generated')).catch(() => []);

test('a contract whose examples do not fit their schemas generates nothing, and each is named', async () => {
  const text = await change(
    ['deleted: 100, done: false', 'deleted: many, done: false'],
    [
      '    article:\n      value:\n        id: 0d3f6a52',
      '    article:\n      value:\n        identity: 0d3f6a52',
    ],
    ['{ value: { message: There is no such article. } }', '{ value: { message: 404 } }'],
    ['example: 0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30', 'example: 7'],
  );
  const line = (words: string): number => text.slice(0, text.indexOf(words)).split('\n').length;
  const { status, stderr } = generate();
  assert.equal(status, 1);
  const lines = stderr.split('\n');
  assert.equal(lines[0], 'The contract is wrong, so nothing is generated from it:');
  const expected: [place: number, words: RegExp][] = [
    [line('deleted: many'), /deleteAllNews, the example moreToCome: .*`deleted` .*integer\.$/],
    [line('identity: 0d3f'), /publishArticle, readArticle, the example article: .*\bid\b/],
    [line('message: 404'), /readArticle, deleteArticle.*, the example unknown: .*string\.$/],
    [line('example: 7'), /readArticle, deleteArticle.*, the example: .*string\.$/],
  ];
  for (const [place, words] of expected) {
    const found = lines.filter((text) => text.startsWith(`  contract/news.yaml:${place}  `));
    assert.match(found[0] ?? `no line of ${place} in\n${stderr}`, words);
  }
  assert.deepEqual(await generated(), []);
});

test('a contract that is no YAML generates nothing and says where', async () => {
  await change(['openapi: 3.0.3', 'openapi: [3.0.3']);
  const { status, stderr } = generate('--check');
  assert.equal(status, 1);
  assert.match(stderr, /^The contract is wrong[^\n]+\n[^]*news\.yaml[^]*\(\d+:\d+\)/);
  assert.deepEqual(await generated(), []);
});

for (const { what, changes, words } of [
  {
    what: 'says nowhere who may call an operation',
    changes: [['      x-presspass-caller: signed-in\n', '']],
    words: /^readArticle says nowhere who may call it: x-presspass-caller\.$/,
  },
  {
    what: 'lets in by a scope that the authorizer does not ask for',
    changes: [['{ scope: news/write }]\n', '{ scope: news/wirte }]\n']],
    words: /^publishArticle is for callers with \{"scope":"news\/wirte"\}, which its authorizer/,
  },
  {
    what: 'is for anyone behind an authorizer',
    changes: [['x-presspass-caller: signed-in', 'x-presspass-caller: anyone']],
    words: /^readArticle is for "anyone", and its security is for others\.$/,
  },
  {
    what: 'is for those who are signed in, without an authorizer',
    changes: [['x-presspass-caller: anyone', 'x-presspass-caller: signed-in']],
    words: /^listNews is for "signed-in", and its security is for others\.$/,
  },
  {
    what: 'has rules and no refusal',
    changes: [["        '403': { $ref: '#/components/responses/EditorsOnly' }\n", '']],
    words: /^deleteAllNews refuses callers, and has no 403\.$/,
  },
  {
    what: 'says of no way to call an operation without changing anything',
    changes: [['      x-presspass-probe: refused-body\n', '']],
    words: /^publishArticle says of no way to call it without changing anything: x-presspass-probe/,
  },
  {
    what: 'calls an operation without an article for an unknown one',
    changes: [['x-presspass-probe: refused-body', 'x-presspass-probe: unknown-article']],
    words: /^publishArticle has no \{id\} in its path/,
  },
] as { what: string; changes: [string, string][]; words: RegExp }[])
  test(`a contract that ${what} generates nothing`, async () => {
    await change(...changes);
    const { status, stderr } = generate();
    assert.equal(status, 1);
    assert.match(stderr.trim().split('\n').at(-1) ?? '', words);
    assert.deepEqual(await generated(), []);
  });

test('a sound contract generates what is in the project', async () => {
  await change();
  const { status, stderr } = generate();
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.deepEqual(await generated(), await readdir(join(root, 'contract/generated')));
  assert.equal(generate('--check').status, 0);
});
