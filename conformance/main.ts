/**
 * `npm run conformance`: every expectation through every client, as a table. `-- --write` makes docs/fidelity.md anew
 * when everything passed; `-- --check` runs nothing and looks whether rows, checks and page fit together. Files of
 * checks/ as arguments are run alone, and nothing else is looked at.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { argv, env, exit } from 'node:process';
import { pathToFileURL } from 'node:url';
import { argumentsFrom } from './arguments.ts';
import type { Check } from './check.ts';
import { checks } from './checks/checks.ts';
import { coverageProblems } from './coverage.ts';
import { fidelityPage } from './report/fidelity.ts';
import { resultTable } from './report/table.ts';
import { rows, sections } from './rows/rows.ts';
import type { Section } from './row.ts';
import { runChecks } from './run.ts';
import type { Result } from './run.ts';

const pageFile = join(import.meta.dirname, '../docs/fidelity.md');
const page = fidelityPage(sections, checks);

/** An expectation that was not met, as `npm test` wants it. */
interface Failure {
  name: string[];
  place: string;
  message: string;
}

/** How many expectations were met; what is not run on this machine counts as neither. */
interface Tally {
  passed: number;
  failures: Failure[];
}

async function pageProblems(): Promise<string[]> {
  const kept = await readFile(pageFile, 'utf8').catch(() => '');
  const isCurrent = kept === page;
  return isCurrent ? [] : ['docs/fidelity.md is out of date: npm run conformance -- --write'];
}

/** Looks at what needs no running stand-in; each of the two is one expectation. */
async function check(looksAtPage: boolean): Promise<Tally> {
  const problems = [coverageProblems(rows, checks), looksAtPage ? await pageProblems() : []];
  for (const problem of problems.flat()) console.error(`FAILED  ${problem}`);
  const failed = problems.filter((found) => found.length > 0);
  return {
    passed: (looksAtPage ? 2 : 1) - failed.length,
    failures: failed.map((found) => ({
      name: ['rows, checks and page'],
      place: '',
      message: found.join('\n'),
    })),
  };
}

async function run(chosen: readonly Check[]): Promise<Tally> {
  const results = await runChecks(chosen);
  console.log(resultTable(sectionsOf(results), results));
  const count = (wanted: string): number =>
    results.filter(({ outcome }) => outcome === wanted).length;
  console.log(`\nNot run on this machine: ${count('not run on this machine')}`);
  const failures = results.flatMap((result) =>
    result.outcome === 'failed'
      ? [
          {
            name: [result.check.client, result.check.title],
            place: result.place,
            message: result.problem,
          },
        ]
      : [],
  );
  return { passed: count('passed'), failures };
}

/** Without the rows that nothing was run for. */
function sectionsOf(results: readonly Result[]): readonly Section[] {
  if (results.length === checks.length) return sections;
  const shown = new Set(results.flatMap((result) => result.check.rows));
  return sections
    .map((section) => ({ ...section, rows: section.rows.filter(({ id }) => shown.has(id)) }))
    .filter((section) => section.rows.length > 0);
}

/** The checks that files export. */
async function checksIn(files: readonly string[]): Promise<Check[]> {
  const modules = files.map((file) => import(pathToFileURL(resolve(file)).href));
  const found = (await Promise.all(modules)) as Record<string, unknown>[];
  const exported = new Set(found.flatMap((module) => Object.values(module)).flat());
  return checks.filter((one) => exported.has(one));
}

const { isWriting, isChecking, files } = argumentsFrom(argv.slice(2));
const none: Tally = { passed: 0, failures: [] };
const ran = isChecking ? none : await run(files.length > 0 ? await checksIn(files) : checks);
const looked = files.length > 0 ? none : await check(!isWriting);
const passed = ran.passed + looked.passed;
const failures = [...ran.failures, ...looked.failures];
const failed = failures.length;
if (isWriting && failed === 0) await writeFile(pageFile, page);
if (isWriting && failed > 0) console.error('docs/fidelity.md is left as it was.');
console.log(`${passed} passed, ${failed} failed`);

/** Where `npm test` wants the tally. */
const resultFile = env['CONFORMANCE_RESULT'];
if (resultFile !== undefined) {
  await writeFile(resultFile, JSON.stringify({ passed, failed, skipped: 0, failures }));
}
// Clients keep connections open; nothing is left to wait for.
exit(failed > 0 ? 1 : 0);
