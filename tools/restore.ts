/** `npm run restore -- <file>`: puts the stories of a backup into a table; docs/backup-and-restore.md. */
import { argv, env, stderr } from 'node:process';
import { articlesTable, tableProblem } from './backup/articles-table-at.ts';
import { placeOf } from './backup/files.ts';
import { checkBackup, storiesIn } from './backup/read-backup.ts';
import { countOf, reportOf } from './backup/report.ts';
import { restoreStories } from './backup/restore-stories.ts';
import type { Outcome } from './backup/restore-stories.ts';
import { Progress } from './processes/progress.ts';
import { runCommand, StartUpProblem } from './processes/start-up-problem.ts';
import { argumentsFrom } from './processes/usage.ts';

const usage =
  'Usage: npm run restore -- <file.jsonl.gz> [--table <name>] [--overwrite]\n' +
  '       npm run restore -- <file.jsonl.gz> --check';

interface Command {
  file: string;
  table: string | undefined;
  isCheck: boolean;
  existing: 'keep' | 'overwrite';
}

function commandFrom(args: string[]): Command {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (!file || more.length > 0 || values.table === '') throw new StartUpProblem(usage);
  const existing = values.overwrite === true ? 'overwrite' : 'keep';
  return { file, table: values.table, isCheck: values.check === true, existing };
}

function parsed(args: string[]) {
  return argumentsFrom(args, usage, {
    allowPositionals: true,
    options: {
      table: { type: 'string' },
      check: { type: 'boolean' },
      overwrite: { type: 'boolean' },
    },
  });
}

async function restore(): Promise<number> {
  const { file: name, table: tableName, isCheck, existing } = commandFrom(argv.slice(2));
  const file = placeOf(name);
  // All of it is read before the first story is written: half a backup restores nothing.
  const contents = await checkBackup(file);
  console.log(`${name}: ${countOf(contents)}, of ${contents.startedAt}`);
  if (isCheck) return 0;
  const table = await articlesTable(tableName, env);
  const outcomes = new Map<Outcome, number>();
  const progress = new Progress(stderr, contents.stories);
  try {
    await restoreStories(table, storiesIn(file), {
      existing,
      now: Date.now(),
      onOutcome: (outcome) => {
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        progress.advance();
      },
    });
  } catch (failure) {
    // What DynamoDB refuses is for the person, in words; anything else is shown as it is.
    throw tableProblem(table, failure);
  } finally {
    progress.end();
  }
  console.log(`Into ${table.title}:\n${reportOf(outcomes)}`);
  return 0;
}

await runCommand(restore);
