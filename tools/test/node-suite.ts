import { availableParallelism } from 'node:os';
import { type EventData, run } from 'node:test';
import { spec } from 'node:test/reporters';
import { type Failure, type Outcome, judge } from './outcome.ts';
import { placeIn } from './place.ts';

/** How long one file may take, in milliseconds, before it counts as failed. */
const timeout = 300_000;

/** Runs what needs no browser, each file in a process of its own. */
export function runNodeSuite(files: string[]): Promise<Outcome> {
  // `true` would leave a core for the reporter, which is half of the machine where there are two.
  const tests = run({ files, concurrency: availableParallelism(), timeout });
  const failures = failuresOf(tests);
  let counted: Outcome | undefined;
  tests.on('test:summary', ({ file, counts }) => {
    if (file !== undefined) return; // of one file; the one of all comes last
    // A cancelled test (a hook failed, the file was cut off) did not show what it should show.
    const failed = counts.tests - counts.passed - counts.skipped - counts.todo;
    counted = { passed: counts.passed, failed, skipped: counts.skipped + counts.todo, failures };
  });
  const output = tests.compose(spec);
  output.pipe(process.stdout, { end: false });
  return new Promise((resolve) => {
    output.on('end', () => {
      resolve(judge(counted, 0));
    });
  });
}

/** The failures of a run, filled while it goes on. */
function failuresOf(tests: ReturnType<typeof run>): Failure[] {
  const failures: Failure[] = [];
  /** Every test and group that has begun, by file and id. */
  const begun = new Map<string, EventData.TestStart>();
  const nameOf = (file: string, id: number | undefined): string[] => {
    const test = begun.get(`${file}:${id}`);
    return test ? [...nameOf(file, test.parentId), test.name] : [];
  };
  tests.on('test:start', (test) => {
    begun.set(`${test.file}:${test.testId}`, test);
  });
  tests.on('test:fail', (test) => {
    const { file = '', name, parentId, details, todo } = test;
    // A group fails with what is in it, which has been told.
    if (todo !== undefined || failureType(details.error) === 'subtestsFailed') return;
    failures.push({ name: [...nameOf(file, parentId), name], ...placeAndMessage(test) });
  });
  return failures;
}

const failureType = (error: Error): unknown => 'failureType' in error && error.failureType;

/** The runner's own error has the test's as its cause. */
function placeAndMessage({ file = '', line, details }: EventData.TestFail): Omit<Failure, 'name'> {
  const { error } = details;
  const { stack = '', message } = error.cause instanceof Error ? error.cause : error;
  return { place: placeIn(stack, file, line), message };
}
