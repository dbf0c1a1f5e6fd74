import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { runCommandScript } from '../testing/command.ts';

const { scripts } = JSON.parse(
  await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
) as { scripts: Record<string, string> };

/** Every command of package.json that is the project's own, so that a new one is asked too: its name, script and arguments. */
const commands = Object.entries(scripts).flatMap(([name, script]) => {
  const [, file = '', args = ''] = /^node tools\/run\.mjs (\S+) ?(.*)$/.exec(script) ?? [];
  return file === '' || file.startsWith('node_modules/')
    ? []
    : [{ name, file, args: args.split(' ').filter(Boolean) }];
});

describe('every command', () => {
  for (const { name, file, args } of commands) {
    it(`says how it is used where output goes, and what is wrong where errors go: ${name}`, async () => {
      const asked = await runCommandScript(file, [...args, '--help']);
      assert.match(asked.stdout, /^Usage: npm (run )?[a-z]+ /);
      assert.equal(asked.stderr, '');
      assert.equal(asked.code, 0);
      const told = await runCommandScript(file, [...args, '--nonsense']);
      assert.match(told.stderr, /^[^\n]*["']--nonsense["'][^\n]*\n/);
      assert.match(told.stderr, /\nUsage: npm (run )?[a-z]+ /);
      assert.equal(told.stdout, '');
      assert.equal(told.code, 1);
    });
  }

  it('is one of these, whatever else may come', () => {
    const names = commands.map(({ name }) => name);
    for (const known of [
      'start',
      'test',
      'test:node',
      'local',
      'conformance',
      'bench',
      'reset',
      'wire',
      'deploy',
      'generate',
    ]) {
      assert.ok(names.includes(known), known);
    }
  });
});
