/** `npm test`: every suite, one after another; `node`, `conformance`, `app` or `e2e` as arguments choose some. */
import { join } from 'node:path';
import { argv, env } from 'node:process';
import { findChromium } from './find-chromium.ts';
import { requireServableFolder } from './processes/project-folder.ts';
import { StartUpProblem, runCommand } from './processes/start-up-problem.ts';
import { argumentsFrom } from './processes/usage.ts';
import { runAppSuite } from './test/app-suite.ts';
import { runConformanceSuite } from './test/conformance-suite.ts';
import { runJourneySuite } from './test/journey-suite.ts';
import { runNodeSuite } from './test/node-suite.ts';
import { type Outcome, sum, summaryLine } from './test/outcome.ts';

const suites: Record<string, { title: string; run: () => Promise<Outcome> }> = {
  node: { title: 'Contract, back end, stand-in and tools', run: runNodeSuite },
  conformance: { title: 'Other people’s clients', run: runConformanceSuite },
  app: { title: 'The app, in a browser', run: runApp },
  e2e: {
    title: 'Journeys through the production build',
    run: () => runJourneySuite(findChromium()),
  },
};

const usage = `Usage: npm test -- [${Object.keys(suites).join(' | ')}]…     every suite unless some are named`;

async function test(): Promise<number> {
  const { positionals: chosen } = argumentsFrom(argv.slice(2), usage, { allowPositionals: true });
  const outcomes: Outcome[] = [];
  for (const name of chosen.length > 0 ? chosen : Object.keys(suites)) {
    const suite = suites[name];
    if (!suite) {
      throw new StartUpProblem(
        `There is no suite "${name}"; there are ${Object.keys(suites).join(', ')}.`,
      );
    }
    console.log(`\n# ${suite.title}\n`);
    const outcome = await suite.run().catch(crashed);
    console.log(`\n${suite.title}: ${summaryLine(outcome)}`);
    outcomes.push(outcome);
  }
  const total = sum(outcomes);
  console.log(`\n${summaryLine(total)}`);
  return total.failed > 0 ? 1 : 0;
}

async function runApp(): Promise<Outcome> {
  requireServableFolder(process.cwd(), 'npm run test:app');
  return runAppSuite(findChromium());
}

/** A suite that cannot even start is a failure, and the others still run. */
function crashed(problem: unknown): Outcome {
  console.error(problem instanceof StartUpProblem ? problem.message : problem);
  return { passed: 0, failed: 1, skipped: 0 };
}

// Most of what a test file takes is loading what it tests: compiled once for all of them, and for the commands they run.
env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../node_modules/.cache/node');
await runCommand(test);
