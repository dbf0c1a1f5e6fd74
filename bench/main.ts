/**
 * `npm run bench`: measurements, each beside its peer of the same run, as a table and as
 * bench/results.json. Ends with 1 when a limit is missed.
 * `npm run bench -- first-load paint` measures only those (their names are below), and keeps the other rows of
 * results.json. `--quick` repeats less, `--no-build` takes the production build that is there; with either
 * results.json is left alone.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { isDeepStrictEqual } from 'node:util';
import { runCommand } from '../tools/processes/start-up-problem.ts';
import { argumentsFrom, misuse } from '../tools/processes/usage.ts';
import { measureAuthorizer } from './authorizer/authorizer.ts';
import type { Figure } from './figure.ts';
import { isMet } from './figure.ts';
import { measureFirstLoad } from './first-load/first-load.ts';
import { measureFunctions } from './functions/functions.ts';
import { thisMachine } from './machine.ts';
import { measureMemory } from './memory/memory.ts';
import { measureNewsList } from './news-list/news-list.ts';
import { measurePaint } from './paint/paint.ts';
import { tableOf } from './report.ts';
import type { Measured, Results } from './results.ts';
import { resultsOf, withEarlier } from './results.ts';
import { measureSignIn } from './sign-in/sign-in.ts';
import { measureSignInPage } from './sign-in-page/sign-in-page.ts';
import { measureStartUp } from './start-up/start-up.ts';
import { measureSynthesis } from './synthesis/synthesis.ts';

/** What is measured, and how. */
interface Choice {
  /** Empty for everything. */
  chosen: readonly string[];
  isQuick: boolean;
  isBuilding: boolean;
}

const measurementsFor = ({
  isQuick,
  isBuilding,
}: Choice): Record<string, () => Promise<Figure[]>> => ({
  'first-load': () => measureFirstLoad(isBuilding),
  paint: () => measurePaint(isBuilding, isQuick ? 1 : 5),
  'sign-in-page': () => measureSignInPage(isBuilding, isQuick ? 1 : 5),
  'start-up': () => measureStartUp(isQuick ? 1 : 7),
  memory: () => measureMemory(isQuick ? 500 : 5000),
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
});

const usage = `Usage: npm run bench -- [<measurement>]… [--quick] [--no-build]     measurements, as a table and as bench/results.json
--quick repeats less, --no-build takes the production build that is there.`;

function choiceFrom(args: string[]): Choice {
  const flag = { type: 'boolean' } as const;
  const { values, positionals: chosen } = argumentsFrom(args, usage, {
    allowPositionals: true,
    options: { quick: flag, 'no-build': flag },
  });
  return { chosen, isQuick: values.quick === true, isBuilding: values['no-build'] !== true };
}

async function bench(): Promise<number> {
  const choice = choiceFrom(argv.slice(2));
  const { chosen, isQuick, isBuilding } = choice;
  const measurements = measurementsFor(choice);
  expectKnown(chosen, Object.keys(measurements));
  const measured: Measured[] = [];
  for (const [measurement, measure] of Object.entries(measurements)) {
    if (chosen.length > 0 && !chosen.includes(measurement)) continue;
    console.log(`Measuring ${measurement} …`);
    measured.push({ measurement, figures: await measure() });
  }
  const all = measured.flatMap(({ figures }) => figures);
  console.log(`\n${tableOf(all)}\n`);
  if (!isQuick && isBuilding) {
    const names = chosen.length === 0 ? undefined : Object.keys(measurements);
    await keep(resultsOf(measured, thisMachine(), new Date()), names);
  }
  return all.some((figure) => isMet(figure) === false) ? 1 : 0;
}

/**
 * Writes results.json. Rows of the same file are of the same machine: elsewhere only all of them are taken. `names` are all
 * measurements there are, where only some were taken.
 */
async function keep(results: Results, names: string[] | undefined): Promise<void> {
  const file = new URL('results.json', import.meta.url);
  const earlier = JSON.parse(await readFile(file, 'utf8')) as Results;
  if (names && !isDeepStrictEqual(results.machine, earlier.machine)) {
    console.log(
      'bench/results.json is of another machine and stays; npm run bench writes all of it.',
    );
    return;
  }
  const content = names ? withEarlier(results, earlier, names) : results;
  await writeFile(file, `${JSON.stringify(content, undefined, 2)}\n`);
}

function expectKnown(words: readonly string[], known: readonly string[]): void {
  const unknown = words.find((word) => !known.includes(word));
  if (unknown) throw misuse(`"${unknown}" is not one of: ${known.join(', ')}.`, usage);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    // A moment later, so that whoever else listens can stop what it has started.
    setImmediate(() => process.exit(1));
  });
}
await runCommand(bench);
