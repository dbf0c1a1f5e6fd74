import { existsSync } from 'node:fs';
import { buildForProduction } from '../build/production-build.ts';
import { buildFunctionBundles } from '../../infra/functions/function-bundles.ts';
import { runTool } from '../processes/tool.ts';
import { type Outcome, judge, nothing } from './outcome.ts';
import { withResultFile } from './result-file.ts';

const config = 'e2e/playwright.config.ts';

/** The part of Playwright's JSON report that counts. */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** Builds the app for production and the functions as they are uploaded, and walks through them in a real browser. */
export async function runJourneySuite(chromium: string): Promise<Outcome> {
  if (!existsSync(config)) return nothing;
  if (!(await buildForProduction())) return judge(undefined, 1);
  await buildFunctionBundles();
  const [{ code }, report] = await withResultFile((file) =>
    runTool(
      'node_modules/@playwright/test/cli.js',
      ['test', `--config=${config}`, '--reporter=list,json', '--retries=0'],
      { output: 'show', env: { CHROME_BIN: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
    ),
  );
  return playwrightOutcome(report as PlaywrightReport | undefined, code);
}

export function playwrightOutcome(report: PlaywrightReport | undefined, code: number): Outcome {
  if (!report) return judge(undefined, code || 1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  // A test that passes only at times is a defect, and so is an error outside of any test.
  const failed = unexpected + flaky + report.errors.length;
  return judge({ passed: expected, failed, skipped }, code);
}
