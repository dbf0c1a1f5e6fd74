import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { runTool } from '../processes/tool.ts';

/** A project with a few small tests. */
let project: string;

const passing = `import { test } from 'node:test'; test('is well', () => {});`;
const files: Record<string, string> = {
  'local/edge.test.ts': passing,
  'local/edge.ts': 'export {};',
  'local/deep/down.test.ts': `import assert from 'node:assert/strict';
    import { describe, it } from 'node:test';
    describe('the deep', () => {
      it('is dry', () => {
        assert.equal('wet', 'dry');
      });
      it('is dark', () => {});
    });`,
  'backend/never.test.ts': `throw new Error('nobody asked for this one');`,
  'src/app/page.spec.ts': '',
  'e2e/journeys/walk.journey.ts': '',
  'conformance/checks/cors.ts': 'export const cors: Check[] = [];',
  'conformance/checks/through.ts': 'export const through = (): Check[] => [];',
};

before(async () => {
  project = await mkdtemp(join(tmpdir(), 'presspass-selection-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(project, name)), { recursive: true });
    await writeFile(join(project, name), text);
  }
  await writeFile(join(project, 'package.json'), '{"type":"module"}');
});
after(() => rm(project, { recursive: true }));

async function npmTest(
  words: string[],
  from = project,
): Promise<{ code: number; output: string; lines: string[] }> {
  const script = join(import.meta.dirname, '../test.ts');
  const { code, output } = await runTool(script, words, {
    output: 'keep',
    folder: project,
    // A test run cannot be started from within one, unless that is not known.
    env: { NODE_TEST_CONTEXT: undefined, INIT_CWD: from },
  });
  return { code, output, lines: output.trimEnd().split('\n') };
}

test('a file is run alone', async () => {
  const { code, output, lines } = await npmTest(['node', 'local/edge.test.ts']);
  assert.match(output, /✔ is well/);
  assert.equal(lines.at(-1), '1 passed, 0 failed');
  assert.equal(code, 0);
});

test('the end repeats every failure with its place, its name and its message, above the last line', async () => {
  const { code, lines } = await npmTest(['local']);
  const end = lines.slice(lines.lastIndexOf('Failed:')).join('\n');
  assert.match(
    end,
    /^Failed:\n\n {2}local\/deep\/down\.test\.ts:5 {2}the deep › is dry\n {6}Expected values to be strictly equal:\n[^]*'wet' !== 'dry'\n\n2 passed, 1 failed$/,
  );
  assert.equal(code, 1);
});

test('a folder is meant from where the person is, and from the project’s', async () => {
  for (const [word, from] of [
    ['edge.test.ts', join(project, 'local')],
    ['local/edge.test.ts', join(project, 'local')],
  ] as const) {
    assert.equal((await npmTest([word], from)).lines.at(-1), '1 passed, 0 failed');
  }
});

const refusals: [words: string[], said: RegExp][] = [
  [['nod'], /^There is no suite, no test file and no folder of tests "nod"\./],
  [['node', 'local/edgy.test.ts'], /"local\/edgy\.test\.ts"/],
  [['local/edge.ts'], /"local\/edge\.ts"[^]*\nSimilar:\n {2}local\/edge\.test\.ts\n$/],
  [['conformance/checks/through.ts'], /"conformance\/checks\/through\.ts"/],
  [['local', 'nowhere'], /"nowhere"/],
  [
    ['node', 'src/app/page.spec.ts'],
    /^src\/app\/page\.spec\.ts is none of node; it belongs to app: npm run test:app -- src\/app\/page\.spec\.ts\n$/,
  ],
  [['e2e', 'conformance/checks/cors.ts'], /belongs to conformance: npm run test:conformance -- /],
  [['app', 'e2e/journeys'], /belongs to e2e: npm run test:e2e -- /],
];
for (const [words, said] of refusals) {
  test(`a wrong name is said before anything runs: ${words.join(' ')}`, async () => {
    const { code, output } = await npmTest(words);
    assert.match(output, said);
    if (said.source.includes('belongs')) return;
    for (const suite of ['node', 'conformance', 'app', 'e2e']) {
      assert.match(output, new RegExp(`\\n {2}${suite} +\\S`));
    }
    assert.equal(code, 1);
  });
}
