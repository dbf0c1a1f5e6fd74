import { glob } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { type Outcome, judge } from './outcome.ts';

const folders = ['contract', 'backend', 'local', 'infra', 'tools', 'bench', 'conformance'];
/** How long one file may take, in milliseconds, before it counts as failed. */
const timeout = 300_000;

/** Runs everything that needs no browser, each file in a process of its own. */
export async function runNodeSuite(): Promise<Outcome> {
  const files: string[] = [];
  const patterns = folders.map((folder) => `${folder}/**/*.test.ts`);
  for await (const file of glob(patterns)) files.push(file);
  return runNodeTests(files.sort());
}

export function runNodeTests(files: string[]): Promise<Outcome> {
  // `true` would leave a core for the reporter, which is half of the machine where there are two.
  const tests = run({ files, concurrency: availableParallelism(), timeout });
  let counted: Outcome | undefined;
  tests.on('test:summary', ({ file, counts }) => {
    if (file !== undefined) return; // of one file; the one of all comes last
    // A cancelled test (a hook failed, the file was cut off) did not show what it should show.
    const failed = counts.tests - counts.passed - counts.skipped - counts.todo;
    counted = { passed: counts.passed, failed, skipped: counts.skipped + counts.todo };
  });
  const output = tests.compose(spec);
  output.pipe(process.stdout, { end: false });
  return new Promise((resolve) => {
    output.on('end', () => {
      resolve(judge(counted, 0));
    });
  });
}
