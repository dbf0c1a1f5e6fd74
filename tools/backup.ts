/** `npm run backup -- <file>`: saves all stories, those in the trash too; docs/backup-and-restore.md. */
import { argv, env } from 'node:process';
import { articlesTable, tableProblem } from './backup/articles-table-at.ts';
import type { ArticlesTable } from './backup/articles-table-at.ts';
import { inFileWords, placeOf } from './backup/files.ts';
import type { Place } from './backup/files.ts';
import { countOf } from './backup/report.ts';
import { BrokenOff, saveTable } from './backup/save-table.ts';
import { runCommand, StartUpProblem } from './processes/start-up-problem.ts';
import { argumentsFrom } from './processes/usage.ts';

const usage = 'Usage: npm run backup -- <file.jsonl.gz> [--table <name>]';

function commandFrom(args: string[]): { file: string; table: string | undefined } {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (!file || more.length > 0 || values.table === '') throw new StartUpProblem(usage);
  return { file, table: values.table };
}

function parsed(args: string[]) {
  return argumentsFrom(args, usage, {
    allowPositionals: true,
    options: { table: { type: 'string' } },
  });
}

async function backup(): Promise<number> {
  const command = commandFrom(argv.slice(2));
  const table = await articlesTable(command.table, env);
  const file = placeOf(command.file);
  try {
    const { continued, ...saved } = await saveTable(table, file, new Date());
    if (continued !== undefined) console.log(`Went on with the backup begun at ${continued}.`);
    console.log(`${file.name}: ${countOf(saved)}, from ${table.title}`);
    return 0;
  } catch (failure) {
    throw inWords(table, file, failure);
  }
}

/** What DynamoDB or the disk refuses is for the person, in words; anything else is shown as it is. */
function inWords(table: ArticlesTable, file: Place, failure: unknown): unknown {
  if (!(failure instanceof BrokenOff)) return inFileWords(file, tableProblem(table, failure));
  const problem = inWords(table, file, failure.cause);
  if (problem instanceof StartUpProblem) {
    return new StartUpProblem(`${problem.message}\n${failure.advice}`);
  }
  console.error(failure.advice);
  return problem;
}

await runCommand(backup);
