/** `npm test`: every suite, one after another; suites, test files and folders as arguments choose some. */
import { join } from 'node:path';
import { argv, cwd, env } from 'node:process';
import { StartUpProblem, runCommand } from './processes/start-up-problem.ts';
import { argumentsFrom } from './processes/usage.ts';
import {
  type Outcome,
  failureList,
  nothing,
  sum,
  summaryLine,
  withFailure,
} from './test/outcome.ts';
import { selectionFrom } from './test/selection.ts';
import { type Suite, suiteNames, suites } from './test/suites.ts';

const usage = `Usage: npm test -- [${suiteNames.join(' | ')} | <file> | <folder>]…     every suite unless some are named; files alone
       npm run test:node -- [<file> | <folder>]…     and test:app, test:e2e, test:conformance: those of one suite`;

async function test(): Promise<number> {
  const { positionals } = argumentsFrom(argv.slice(2), usage, { allowPositionals: true });
  // npm runs this in the project's folder; paths are meant from where the person is.
  const selection = await selectionFrom(positionals, env['INIT_CWD'] ?? cwd());
  const outcomes: Outcome[] = [];
  for (const [name, files] of selection) {
    const { title } = suites[name];
    console.log(`\n# ${title}\n`);
    const outcome = await outcomeOf(suites[name], files);
    console.log(`\n${title}: ${summaryLine(outcome)}`);
    outcomes.push(outcome);
  }
  const total = sum(outcomes);
  console.log(`\n${failureList(total)}${total.failed > 0 ? '\n' : ''}${summaryLine(total)}`);
  return total.failed > 0 ? 1 : 0;
}

async function outcomeOf({ run }: Suite, files: string[] | undefined): Promise<Outcome> {
  try {
    return await run(files);
  } catch (problem) {
    // A suite that cannot even start is a failure, and the others still run.
    const isKnown = problem instanceof StartUpProblem;
    console.error(isKnown ? problem.message : problem);
    return withFailure(nothing, isKnown ? problem.message : String(problem));
  }
}

// Most of what a test file takes is loading what it tests: compiled once for all of them, and for the commands they run.
env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../node_modules/.cache/node');
await runCommand(test);
