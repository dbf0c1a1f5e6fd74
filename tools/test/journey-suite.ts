import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildForProduction } from '../build/production-build.ts';
import { buildFunctionBundles } from '../../infra/functions/function-bundles.ts';
import { runTool } from '../processes/tool.ts';
import { type Failure, type Outcome, judge, nothing } from './outcome.ts';
import { placeIn } from './place.ts';
import { withResultFile } from './result-file.ts';

const config = 'e2e/playwright.config.ts';

/** The part of Playwright's JSON report that counts. */
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: PlaywrightError[];
  suites: PlaywrightSuite[];
}

/** A file, or a group in one. */
interface PlaywrightSuite {
  title: string;
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    file: string;
    line: number;
    tests: { status: string; results: { errors: PlaywrightError[] }[] }[];
  }[];
}

interface PlaywrightError {
  message?: string;
  location?: { file: string; line: number };
}

/** Builds the app for production and the functions as they are uploaded, and walks through them in a real browser. */
export async function runJourneySuite(chromium: string, files: string[] = []): Promise<Outcome> {
  if (!existsSync(config)) return nothing;
  if (!(await buildForProduction())) return judge(undefined, 1);
  await buildFunctionBundles();
  const [{ code }, report] = await withResultFile((file) =>
    runTool(
      'node_modules/@playwright/test/cli.js',
      ['test', `--config=${config}`, '--reporter=list,json', '--retries=0', ...files.map(pattern)],
      { output: 'show', env: { CHROME_BIN: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
    ),
  );
  return playwrightOutcome(report as PlaywrightReport | undefined, code);
}

/** Playwright takes names of files as regular expressions. */
const pattern = (file: string): string => `${file.replaceAll('.', '\\.')}$`;

export function playwrightOutcome(report: PlaywrightReport | undefined, code: number): Outcome {
  if (!report) return judge(undefined, code || 1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  // A test that passes only at times is a defect, and so is an error outside of any test.
  const failed = unexpected + flaky + report.errors.length;
  const failures = [
    ...report.suites.flatMap((suite) => failuresIn(suite, [])),
    ...report.errors.map((error) => failureOf(['outside of any journey'], error)),
  ];
  return judge({ passed: expected, failed, skipped, failures }, code);
}

/** `groups` are the titles of those around it; a file's own title is in each place. */
function failuresIn({ specs, suites = [] }: PlaywrightSuite, groups: string[]): Failure[] {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => {
        const [error = { message: 'It passed only at times, or though it should fail.' }] =
          results.flatMap(({ errors }) => errors);
        const known = { location: { file: join('e2e/journeys', file), line }, ...error };
        return failureOf([...groups, title], known);
      }),
  );
  return [...own, ...suites.flatMap((suite) => failuresIn(suite, [...groups, suite.title]))];
}

function failureOf(name: string[], { message = '', location }: PlaywrightError): Failure {
  const place = location ? placeIn('', resolve(location.file), location.line) : '';
  return { name, place, message };
}
