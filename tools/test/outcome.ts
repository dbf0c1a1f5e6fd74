import { stripVTControlCharacters } from 'node:util';

/** A test that failed. */
export interface Failure {
  /** With those of the groups it is in, outermost first. */
  name: readonly string[];
  /** `local/edge.test.ts:12`; empty where there is none. */
  place: string;
  /** What was expected, and what came. */
  message: string;
}

/** What a suite came to, in tests. */
export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  failures: readonly Failure[];
}

export const nothing: Outcome = { passed: 0, failed: 0, skipped: 0, failures: [] };

export function sum(outcomes: Outcome[]): Outcome {
  return outcomes.reduce(
    (total, { passed, failed, skipped, failures }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
      failures: [...total.failures, ...failures],
    }),
    nothing,
  );
}

/**
 * The outcome of a suite whose runner ended with `code`. A suite that could not run, that ran
 * nothing, or that failed without a failing test counts as one failure: silence is no success.
 */
export function judge(counted: Outcome | undefined, code: number): Outcome {
  const outcome = counted ?? nothing;
  const hasRun = outcome.passed + outcome.failed + outcome.skipped > 0;
  const isSound = code === 0 ? hasRun : outcome.failed > 0;
  if (isSound) return outcome;
  const message = hasRun
    ? `no test failed, and yet it ended with ${code}`
    : `it ran no test and ended with ${code}`;
  return withFailure(outcome, `What it printed above says more: ${message}.`);
}

/** The same with one failure more, that of the suite itself. */
export const withFailure = (outcome: Outcome, message: string): Outcome => ({
  ...outcome,
  failed: outcome.failed + 1,
  failures: [...outcome.failures, { name: ['the suite itself'], place: '', message }],
});

/** The last line of `npm test`. */
export function summaryLine({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Longer messages have their whole text further up. */
const longestMessage = 24;

/** Every failure with its place, its name and what was expected; empty where there is none. */
export function failureList({ failures }: Pick<Outcome, 'failures'>): string {
  const entries = failures.map(({ name, place, message }) => {
    const lines = stripVTControlCharacters(message).trim().split('\n');
    const shown = lines.slice(0, longestMessage);
    if (lines.length > shown.length) shown.push('…');
    const title = [place, name.join(' › ')].filter(Boolean).join('  ');
    return [`  ${title}`, ...shown.map((line) => `      ${line}`.trimEnd())].join('\n');
  });
  return entries.length > 0 ? `Failed:\n\n${entries.join('\n\n')}\n` : '';
}
