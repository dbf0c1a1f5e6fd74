/** `npm run test:browsers`: a short walk through the production build in each engine that this machine has. */
import { argv, env } from 'node:process';
import { buildFunctionBundles } from '../infra/functions/function-bundles.ts';
import { buildForProduction } from './build/production-build.ts';
import { findChromium } from './find-chromium.ts';
import { StartUpProblem, runCommand } from './processes/start-up-problem.ts';
import { argumentsFrom, misuse } from './processes/usage.ts';
import { runNodeSuite } from './test/node-suite.ts';
import { type Outcome, failureList, sum, summaryLine } from './test/outcome.ts';

const engines = ['chromium', 'firefox', 'webkit'];
const usage = `Usage: npm run test:browsers -- [${engines.join(' | ')}]…     in those that this machine has; in those that are named`;

async function testBrowsers(): Promise<number> {
  const { positionals } = argumentsFrom(argv.slice(2), usage, { allowPositionals: true });
  const unknown = positionals.find((name) => !engines.includes(name));
  if (unknown !== undefined) throw misuse(`There is no engine "${unknown}".`, usage);
  if (!(await buildForProduction())) return 1;
  await buildFunctionBundles();
  const outcomes: Outcome[] = [];
  if (positionals.length > 0) env['PRESSPASS_ENGINES'] = 'wanted';
  env['CHROME_BIN'] = chromium();
  // One after another: each brings a paper and a browser.
  for (const name of positionals.length > 0 ? positionals : engines) {
    outcomes.push(await runNodeSuite([`e2e/browsers/${name}.test.ts`]));
  }
  const total = sum(outcomes);
  if (total.passed + total.failed === 0) {
    throw new StartUpProblem(
      'None of these engines is on this machine: what to install stands above.',
    );
  }
  console.log(`\n${failureList(total)}${total.failed > 0 ? '\n' : ''}${summaryLine(total)}`);
  return total.failed > 0 ? 1 : 0;
}

/** The one that `npm test` drives; empty where this machine has none, which is then said beside the other engines. */
function chromium(): string {
  try {
    return findChromium();
  } catch (problem) {
    if (problem instanceof StartUpProblem) return '';
    throw problem;
  }
}

await runCommand(testBrowsers);
