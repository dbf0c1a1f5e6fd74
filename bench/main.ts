/**
 * `npm run bench`: measurements, each beside its peer of the same run, as a table and as
 * bench/results.json. Ends with 1 when a limit is missed.
 * `--quick` repeats less, `--no-build` takes the production build that is there, and the name of a
 * measurement (below) measures only that; results.json is then left alone.
 */
import { writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { runCommand, StartUpProblem } from '../tools/processes/start-up-problem.ts';
import { measureAuthorizer } from './authorizer/authorizer.ts';
import type { Figure } from './figure.ts';
import { isMet } from './figure.ts';
import { measureFirstLoad } from './first-load/first-load.ts';
import { thisMachine } from './machine.ts';
import { measureFunctions } from './functions/functions.ts';
import { measureNewsList } from './news-list/news-list.ts';
import { resultsOf, tableOf } from './report.ts';
import { measureSignIn } from './sign-in/sign-in.ts';
import { measureSignInPage } from './sign-in-page/sign-in-page.ts';
import { measureStartUp } from './start-up/start-up.ts';
import { measureSynthesis } from './synthesis/synthesis.ts';

const options = argv.slice(2).filter((argument) => argument.startsWith('--'));
const chosen = argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isQuick = options.includes('--quick');
const isBuilding = !options.includes('--no-build');

const measurements: Record<string, () => Promise<Figure[]>> = {
  'first-load': () => measureFirstLoad(isBuilding),
  'sign-in-page': () => measureSignInPage(isBuilding, isQuick ? 1 : 5),
  'start-up': () => measureStartUp(isQuick ? 1 : 7),
  functions: () => measureFunctions(isQuick ? 3 : 15),
  synthesis: () => measureSynthesis(isQuick ? 1 : 5),
  'news-list': () =>
    measureNewsList(isQuick ? { warmUp: 200, measured: 50 } : { warmUp: 1000, measured: 400 }),
  authorizer: () =>
    measureAuthorizer(isQuick ? { warmUp: 500, measured: 300 } : { warmUp: 3000, measured: 3000 }),
  'sign-in': () =>
    measureSignIn(
      isQuick
        ? { warmUp: 50, measured: 100, settling: 500 }
        : { warmUp: 500, measured: 2000, settling: 8000 },
    ),
};

async function bench(): Promise<number> {
  expectKnown(options, ['--quick', '--no-build']);
  expectKnown(chosen, Object.keys(measurements));
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(measurements)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    console.log(`Measuring ${name} …`);
    figures.push(...(await measure()));
  }
  console.log(`\n${tableOf(figures)}\n`);
  if (!isQuick && isBuilding && chosen.length === 0) {
    const results = resultsOf(figures, thisMachine(), new Date());
    const file = new URL('results.json', import.meta.url);
    await writeFile(file, `${JSON.stringify(results, undefined, 2)}\n`);
  }
  return figures.some((figure) => isMet(figure) === false) ? 1 : 0;
}

function expectKnown(words: readonly string[], known: readonly string[]): void {
  const unknown = words.find((word) => !known.includes(word));
  if (unknown) throw new StartUpProblem(`"${unknown}" is not one of: ${known.join(', ')}.`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    // A moment later, so that whoever else listens can stop what it has started.
    setImmediate(() => process.exit(1));
  });
}
await runCommand(bench);
