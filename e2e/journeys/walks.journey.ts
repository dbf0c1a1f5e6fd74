import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { delimiter, dirname } from 'node:path';
import { env, execPath } from 'node:process';
import { promisify } from 'node:util';
import { expect, test } from '../fixtures.ts';
import { isAsWritten, stepsOf } from '../walk.ts';

test.use({ changesPaper: true });

const pages = ['terminal-walk', 'machine-walk'];
/** Between the answers of two commands. */
const mark = '\u001e';

for (const page of pages) {
  test(`every command of docs/${page}.md answers as the page says`, async ({ paper }) => {
    const file = new URL(`../../docs/${page}.md`, import.meta.url);
    const steps = stepsOf(await readFile(file, 'utf8'));
    expect(steps.length).toBeGreaterThan(10);
    // One bash for all, since later commands use what earlier ones have found.
    const script = steps
      .map(
        ({ command }) =>
          `${command.replaceAll('http://localhost:4300', paper.edge)}\necho -n ${mark}\n`,
      )
      .join('');
    const path = [dirname(execPath), env['PATH']].join(delimiter);
    const { stdout } = await promisify(execFile)('bash', ['-c', script], {
      env: { ...env, PATH: path, FORCE_COLOR: '0' },
    });
    const answers = stdout.split(mark);
    for (const [index, step] of steps.entries()) {
      const answer = answers[index] ?? '';
      expect.soft(isAsWritten(step, answer), `${step.command}\nanswered: ${answer}`).toBe(true);
    }
  });
}
