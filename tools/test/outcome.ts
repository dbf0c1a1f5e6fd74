/** What a suite came to, in tests. */
export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

export const nothing: Outcome = { passed: 0, failed: 0, skipped: 0 };

export function sum(outcomes: Outcome[]): Outcome {
  return outcomes.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
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
  return isSound ? outcome : { ...outcome, failed: outcome.failed + 1 };
}

/** The last line of `npm test`. */
export function summaryLine({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
