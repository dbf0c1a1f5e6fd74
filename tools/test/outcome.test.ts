import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { karmaOutcome } from './app-suite.ts';
import { playwrightOutcome } from './journey-suite.ts';
import { judge, sum, summaryLine } from './outcome.ts';
import { runTool } from '../processes/tool.ts';

test('the last line adds the suites up and speaks of skipped tests only when there are any', () => {
  const a = { passed: 3, failed: 1, skipped: 0 };
  assert.equal(summaryLine(sum([a, a])), '6 passed, 2 failed');
  assert.equal(
    summaryLine(sum([a, { passed: 1, failed: 0, skipped: 2 }])),
    '4 passed, 1 failed, 2 skipped',
  );
});

test('a suite that crashed, ran nothing or failed without a failing test is one failure', () => {
  const passed = { passed: 5, failed: 0, skipped: 0 };
  assert.equal(judge(undefined, 1).failed, 1);
  assert.equal(judge({ passed: 0, failed: 0, skipped: 0 }, 0).failed, 1);
  assert.equal(judge(passed, 1).failed, 1);
  assert.deepEqual(judge(passed, 0), passed);
  assert.equal(judge({ ...passed, failed: 2 }, 1).failed, 2);
});

test('a browser that crashes after some passes has failed', () => {
  const result = { passed: 5, failed: 0, skipped: 1, hasCrashed: true };
  assert.deepEqual(karmaOutcome(result, 1), { passed: 5, failed: 1, skipped: 1 });
  assert.deepEqual(karmaOutcome(undefined, 1), { passed: 0, failed: 1, skipped: 0 });
});

test('a journey that passes only at times, and an error outside of any, are failures', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
  assert.deepEqual(playwrightOutcome({ stats, errors: [{}] }, 1), {
    passed: 4,
    failed: 3,
    skipped: 2,
  });
});

test('node:test files are counted by their tests, and one that crashes as a failure', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'presspass-outcome-'));
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const good = `import { describe, test } from 'node:test';
    describe('group', () => { test('a', () => {}); test('b', () => {}); test.skip('c', () => {}); });`;
  const bad = `import { test } from 'node:test'; test('d', () => { throw new Error('red'); });`;
  const files = [
    await file('good.test.mjs', good),
    await file('bad.test.mjs', bad),
    await file('crash.test.mjs', `process.exit(3);`),
  ];
  // In a process of its own, since a test run cannot be started from within one.
  const suite = new URL('node-suite.ts', import.meta.url).href;
  const script = await file(
    'run.mjs',
    `import { runNodeTests } from '${suite}';
     const outcome = await runNodeTests(${JSON.stringify(files)});
     console.log('OUTCOME ' + JSON.stringify(outcome));`,
  );
  const { output } = await runTool(script, [], {
    output: 'keep',
    env: { NODE_TEST_CONTEXT: undefined },
  });
  await rm(folder, { recursive: true });
  assert.match(output, /OUTCOME {"passed":2,"failed":2,"skipped":1}/);
});
