import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { runCommandScript } from '../testing/command.ts';

/** Every command there is, so that a new one is asked too. */
const commands = (await readdir(new URL('..', import.meta.url)))
  .filter((name) => name.endsWith('.ts') && !/(\.test|^find-chromium)\.ts$/.test(name))
  .map((name) => name.slice(0, -'.ts'.length));

describe('every command', () => {
  for (const command of commands) {
    it(`says how it is used: ${command}`, async () => {
      const asked = await runCommandScript(command, ['--help']);
      assert.match(asked.output, /^Usage: npm (run )?[a-z]+ /);
      assert.equal(asked.code, 0);
      const told = await runCommandScript(command, ['--nonsense']);
      assert.match(told.output, /^[^\n]*["']--nonsense["'][^\n]*\n/);
      assert.match(told.output, /\nUsage: npm (run )?[a-z]+ /);
      assert.equal(told.code, 1);
    });
  }
});
