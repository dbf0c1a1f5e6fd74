/**
 * `npm run conformance`: every expectation through every client, as a table. `-- --write` makes docs/fidelity.md anew
 * when everything passed; `-- --check` runs nothing and looks whether rows, checks and page fit together.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv, env, exit } from 'node:process';
import { checks } from './checks/checks.ts';
import { coverageProblems } from './coverage.ts';
import { fidelityPage } from './report/fidelity.ts';
import { resultTable } from './report/table.ts';
import { rows, sections } from './rows/rows.ts';
import { runChecks } from './run.ts';

const pageFile = join(import.meta.dirname, '../docs/fidelity.md');
const page = fidelityPage(sections, checks);

/** How many expectations were met; what is not run on this machine counts as neither. */
interface Tally {
  passed: number;
  failed: number;
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
  const failed = problems.filter((found) => found.length > 0).length;
  return { passed: (looksAtPage ? 2 : 1) - failed, failed };
}

async function run(): Promise<Tally> {
  const results = await runChecks(checks);
  console.log(resultTable(sections, results));
  const count = (wanted: string): number =>
    results.filter(({ outcome }) => outcome === wanted).length;
  console.log(`\nNot run on this machine: ${count('not run on this machine')}`);
  return { passed: count('passed'), failed: count('failed') };
}

const isWriting = argv.includes('--write');
const isOnlyChecking = argv.includes('--check');
const ran = isOnlyChecking ? { passed: 0, failed: 0 } : await run();
const looked = await check(!isWriting);
const passed = ran.passed + looked.passed;
const failed = ran.failed + looked.failed;
if (isWriting && failed === 0) await writeFile(pageFile, page);
if (isWriting && failed > 0) console.error('docs/fidelity.md is left as it was.');
console.log(`${passed} passed, ${failed} failed`);

/** Where `npm test` wants the tally. */
const resultFile = env['CONFORMANCE_RESULT'];
if (resultFile !== undefined) {
  await writeFile(resultFile, JSON.stringify({ passed, failed, skipped: 0 }));
}
// Clients keep connections open; nothing is left to wait for.
exit(failed > 0 ? 1 : 0);
