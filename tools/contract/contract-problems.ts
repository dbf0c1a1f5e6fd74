import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { env, execPath } from 'node:process';
import { parse } from 'yaml';
import { operationsAt } from './operations-at.ts';

/** The part of Redocly's report on one problem that a person needs. */
interface Problem {
  message: string;
  location: [{ pointer: string; start?: { line: number } }];
  /** What refers to the place, where that is somewhere else. */
  from?: { pointer: string };
}

/** More than anybody reads at once; Redocly's own limit would hide some. */
const most = 200;

/**
 * What is wrong with `contract/<name>.yaml` by the rules of redocly.yaml, examples that do not fit their schemas among it: a line
 * for each problem, with its place and the operations that it concerns.
 */
export async function contractProblems(name: string): Promise<string[]> {
  const file = `contract/${name}.yaml`;
  const args = ['lint', name, '--format=json', `--max-problems=${most}`];
  const { status, stdout, stderr } = spawnSync(
    execPath,
    ['node_modules/@redocly/cli/bin/cli.js', ...args],
    {
      encoding: 'utf8',
      env: { ...env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  );
  if (status === 0) return [];
  // A file that is no YAML, or none at all, has no report; it is said in words.
  if (!stdout.startsWith('{')) return [stderr.trim()];
  const { problems } = JSON.parse(stdout) as { problems: Problem[] };
  const contract: unknown = parse(await readFile(file, 'utf8'));
  // An example that is shared is reported once for each place that refers to it.
  const groups = Map.groupBy(problems, ({ message, location: [{ pointer }] }) => pointer + message);
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const operations = [first, ...others].flatMap(({ location: [{ pointer }], from }) =>
      operationsAt(contract, pointer, from?.pointer),
    );
    return lineFor(first, file, new Set(operations));
  });
}

function lineFor(
  { message, location: [{ pointer, start }] }: Problem,
  file: string,
  operations: ReadonlySet<string>,
): string {
  const place = start ? `${file}:${start.line}` : file;
  const subject = [[...operations].join(', '), exampleAt(pointer)].filter(Boolean).join(', ');
  return `${place}  ${subject}${subject ? ': ' : ''}${message}`;
}

/** `the example moreToCome`; empty where the place is in none. */
function exampleAt(pointer: string): string {
  const [, name] = /\/examples\/([^/]+)/.exec(pointer) ?? [];
  if (name !== undefined) return `the example ${name}`;
  return /\/example(\/|$)/.test(pointer) ? 'the example' : '';
}
