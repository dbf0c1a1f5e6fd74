import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { karmaOutcome } from './app-suite.ts';
import { playwrightOutcome } from './journey-suite.ts';
import { type Outcome, failureList, judge, nothing, sum, summaryLine } from './outcome.ts';
import { runTool } from '../processes/tool.ts';

test('the last line adds the suites up and speaks of skipped tests only when there are any', () => {
  const a = { passed: 3, failed: 1, skipped: 0, failures: [] };
  assert.equal(summaryLine(sum([a, a])), '6 passed, 2 failed');
  assert.equal(
    summaryLine(sum([a, { ...nothing, passed: 1, skipped: 2 }])),
    '4 passed, 1 failed, 2 skipped',
  );
});

test('a suite that crashed, ran nothing or failed without a failing test is one failure', () => {
  const passed = { ...nothing, passed: 5 };
  assert.equal(judge(undefined, 1).failed, 1);
  assert.equal(judge(nothing, 0).failed, 1);
  assert.equal(judge(passed, 1).failed, 1);
  assert.deepEqual(judge(passed, 0), passed);
  assert.equal(judge({ ...passed, failed: 2 }, 1).failed, 2);
});

test('a browser that crashes after some passes has failed', () => {
  const result = { ...nothing, passed: 5, skipped: 1, hasCrashed: true };
  const { passed, failed, skipped, failures } = karmaOutcome(result, 1);
  assert.deepEqual([passed, failed, skipped], [5, 1, 1]);
  assert.match(failures[0]?.message ?? '', /crashed/);
  assert.equal(karmaOutcome(undefined, 1).failed, 1);
});

test('a journey that passes only at times, and an error outside of any, are failures with their places', () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
  const error = { message: 'Expected: 1\nReceived: 2', location: { file: 'e2e/walk.ts', line: 7 } };
  const spec = { title: 'signs in', file: 'sign-in.journey.ts', line: 3 };
  const tested = (status: string, errors: (typeof error)[]): object => ({
    ...spec,
    tests: [{ status, results: [{ errors }] }],
  });
  const report = {
    stats,
    errors: [{ message: 'No browser' }],
    suites: [
      {
        title: spec.file,
        specs: [tested('unexpected', [error]), tested('expected', [])],
        suites: [{ title: 'at night', specs: [tested('flaky', [])] }],
      },
    ],
  };
  const outcome = playwrightOutcome(report as Parameters<typeof playwrightOutcome>[0], 1);
  assert.deepEqual([outcome.passed, outcome.failed, outcome.skipped], [4, 3, 2]);
  assert.deepEqual(
    outcome.failures.map(({ name, place }) => [place, ...name]),
    [
      ['e2e/walk.ts:7', 'signs in'],
      ['e2e/journeys/sign-in.journey.ts:3', 'at night', 'signs in'],
      ['', 'outside of any journey'],
    ],
  );
  assert.equal(outcome.failures[0]?.message, error.message);
});

test('the list of failures has each with its place, its name and its message, without colours', () => {
  const failures = [
    { name: ['a', 'b'], place: 'x.test.ts:3', message: '\u001b[31mred\u001b[39m\n\n  more\n' },
    { name: ['c'], place: '', message: 'x\n'.repeat(100) },
  ];
  const list = failureList({ failures });
  assert.ok(list.startsWith('Failed:\n\n  x.test.ts:3  a › b\n      red\n\n        more\n\n  c\n'));
  assert.ok(list.split('\n').length < 40);
  assert.equal(failureList(nothing), '');
});

test('node:test files are counted by their tests, and one that crashes as a failure', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'presspass-outcome-'));
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const good = `import { describe, test } from 'node:test';
    describe('group', () => { test('a', () => {}); test('b', () => {}); test.skip('c', () => {}); });`;
  const bad = `import { describe, test } from 'node:test';
    describe('outer', () => { describe('inner', () => {
      const fail = () => { throw new Error('red'); };
      test('d', async () => {
        await 1;
        fail();
      });
      test('e', () => {});
    }); });`;
  const files = [
    await file('good.test.mjs', good),
    await file('bad.test.mjs', bad),
    await file('crash.test.mjs', `process.exit(3);`),
  ];
  // In a process of its own, since a test run cannot be started from within one.
  const suite = new URL('node-suite.ts', import.meta.url).href;
  const script = await file(
    'run.mjs',
    `import { runNodeSuite } from '${suite}';
     const outcome = await runNodeSuite(${JSON.stringify(files)});
     console.log('OUTCOME ' + JSON.stringify(outcome));`,
  );
  const { output } = await runTool(script, [], {
    output: 'keep',
    folder,
    env: { NODE_TEST_CONTEXT: undefined },
  });
  await rm(folder, { recursive: true });
  const [, json = ''] = /^OUTCOME (.*)$/m.exec(output) ?? [];
  const { failures, ...counts } = JSON.parse(json) as Outcome;
  assert.deepEqual(counts, { passed: 3, failed: 2, skipped: 1 });
  assert.deepEqual(
    failures.map(({ name, place }) => [place, ...name]),
    [
      ['bad.test.mjs:3', 'outer', 'inner', 'd'],
      ['crash.test.mjs:1', files[2]],
    ],
  );
  assert.equal(failures[0]?.message, 'red');
});
