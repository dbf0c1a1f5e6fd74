import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { env, execPath } from 'node:process';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isAsWritten, stepsOf } from '../../e2e/walk.ts';
import { startStandIn } from '../../local/stand-in.ts';
import type { StandIn } from '../../local/stand-in.ts';

const page = new URL('../../docs/backup-and-restore.md', import.meta.url);
/** Between the answers of two commands. */
const mark = '\u001e';

let folder: string;
let standIn: StandIn;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'presspass-'));
  standIn = await startStandIn({ folder: join(folder, 'state'), port: 0 });
});

after(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

test('every command of docs/backup-and-restore.md answers as the page says', async () => {
  const steps = stepsOf(await readFile(page, 'utf8'));
  assert.ok(steps.length >= 6);
  // One bash for all, since later commands use what earlier ones have found.
  const script = steps.map(({ command }) => `${command}\necho -n ${mark}\n`).join('');
  const { stdout } = await promisify(execFile)('bash', ['-c', `{ ${script} } 2>&1`], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: {
      ...env,
      PATH: [dirname(execPath), env['PATH']].join(delimiter),
      EDGE_PORT: String(standIn.port),
      TMPDIR: folder,
      FORCE_COLOR: '0',
    },
  });
  const answers = stdout.split(mark);
  for (const [index, step] of steps.entries()) {
    const answer = answers[index] ?? '';
    assert.ok(isAsWritten(step, answer), `${step.command}\nanswered: ${answer}`);
  }
});
