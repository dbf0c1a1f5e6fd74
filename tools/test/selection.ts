import { relative, resolve, sep } from 'node:path';
import { StartUpProblem } from '../processes/start-up-problem.ts';
import { suiteNames, suites } from './suites.ts';
import type { SuiteName } from './suites.ts';

/** What is to be run: each suite with the files of it that are meant, undefined for all of them. */
export type Selection = ReadonlyMap<SuiteName, string[] | undefined>;

/** How many similar names are shown. */
const mostSimilar = 5;

/**
 * Reads which tests somebody means: suites, files and folders. Files are taken alone, and suites beside them say of which kind
 * they are. A path is looked for from `folder` and from the project's. Throws `StartUpProblem` for what is neither, before
 * anything runs.
 */
export async function selectionFrom(words: string[], folder: string): Promise<Selection> {
  const named = suiteNames.filter((name) => words.includes(name));
  const paths = words.filter((word) => !named.some((name) => name === word));
  const chosen = named.length > 0 ? named : suiteNames;
  if (paths.length === 0) return new Map(chosen.map((name) => [name, undefined]));
  const all = await everyFile();
  const selected = new Map<SuiteName, Set<string>>();
  for (const path of paths) {
    const matches = matchesOf(path, folder, all);
    if (matches.length === 0) throw nothingThere(path, all);
    const own = matches.filter(({ suite }) => chosen.includes(suite));
    if (own.length === 0) throw elsewhere(path, chosen, matches);
    for (const { suite, file } of own) {
      selected.set(suite, (selected.get(suite) ?? new Set()).add(file));
    }
  }
  // In the order of the suites, whatever the order of the words.
  return new Map(
    suiteNames.flatMap((name) => {
      const files = selected.get(name);
      return files ? [[name, [...files].sort()]] : [];
    }),
  );
}

interface TestFile {
  suite: SuiteName;
  file: string;
}

async function everyFile(): Promise<TestFile[]> {
  const bySuite = suiteNames.map(async (suite) =>
    (await suites[suite].files()).map((file): TestFile => ({ suite, file })),
  );
  return (await Promise.all(bySuite)).flat();
}

/** A test file, or those in a folder. */
function matchesOf(path: string, folder: string, all: readonly TestFile[]): TestFile[] {
  for (const from of [folder, process.cwd()]) {
    const wanted = relative(process.cwd(), resolve(from, path)).replaceAll(sep, '/');
    const prefix = wanted === '' ? '' : `${wanted}/`;
    const matches = all.filter(({ file }) => file === wanted || file.startsWith(prefix));
    if (matches.length > 0) return matches;
  }
  return [];
}

function nothingThere(word: string, all: readonly TestFile[]): StartUpProblem {
  const [stem = ''] = (word.split(/[\\/]/).at(-1) ?? '').split('.');
  const similar = all.filter(({ file }) => stem !== '' && file.includes(stem));
  const names = similar.slice(0, mostSimilar).map(({ file }) => `\n  ${file}`);
  const kinds = suiteNames.map((name) => `\n  ${name.padEnd(11)}  ${suites[name].place}`);
  return new StartUpProblem(
    `There is no suite, no test file and no folder of tests "${word}". There are suites, and in each of them files:${kinds.join('')}` +
      (names.length > 0 ? `\nSimilar:${names.join('')}` : ''),
  );
}

function elsewhere(
  path: string,
  chosen: readonly SuiteName[],
  matches: readonly TestFile[],
): StartUpProblem {
  const kinds = [...new Set(matches.map(({ suite }) => suite))];
  const commands = kinds.map((kind) => `npm run test:${kind} -- ${path}`);
  return new StartUpProblem(
    `${path} is none of ${chosen.join(' and ')}; it belongs to ${kinds.join(' and ')}: ${commands.join(', ')}`,
  );
}
