import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UnusableSetting } from './failure-line.ts';
import { settingsFrom } from './settings.ts';

describe('the settings in the environment', () => {
  it('are what most people want when nothing is set, or nothing but emptiness', () => {
    const { folder, ...settings } = settingsFrom({
      EDGE_PORT: '',
      PRESSPASS_CORS: '',
      PRESSPASS_THROTTLE: '',
    });
    assert.match(folder, /\.presspass$/);
    const expected = { clock: 'system', log: 'failures', quotas: 'off', cors: 'open' };
    assert.deepEqual(settings, { port: 4300, ...expected });
  });

  it('choose', () => {
    const settings = settingsFrom({
      PRESSPASS_CLOCK: 'manual',
      PRESSPASS_LOG: 'all',
      PRESSPASS_QUOTAS: 'on',
      PRESSPASS_CORS: 'fresh',
      PRESSPASS_FUNCTIONS: import.meta.dirname,
    });
    const { clock, log, quotas, cors, functions } = settings;
    assert.deepEqual([clock, log, quotas, cors], ['manual', 'all', 'on', 'fresh']);
    assert.equal(functions, import.meta.dirname);
    assert.equal(settingsFrom({ PRESSPASS_CLOCK: 'stopped' }).clock, 'stopped');
  });

  const limits: [text: string, rate: number, burst: number][] = [
    ['20', 20, 20],
    ['20/5', 20, 5],
    ['0.5', 0.5, 1],
  ];
  for (const [text, rate, burst] of limits) {
    it(`throttle as ${text} says`, () => {
      const { throttle } = settingsFrom({ PRESSPASS_THROTTLE: text });
      assert.deepEqual(throttle, { rate, burst });
    });
  }

  const wrong: [name: string, text: string][] = [
    ['PRESSPASS_CLOCK', 'fast'],
    ['PRESSPASS_LOG', 'none'],
    ['PRESSPASS_QUOTAS', 'yes'],
    ['PRESSPASS_CORS', 'Fresh'],
    ['PRESSPASS_THROTTLE', '0'],
    ['PRESSPASS_THROTTLE', '5/0'],
    ['PRESSPASS_THROTTLE', '-1'],
    ['PRESSPASS_THROTTLE', 'fast'],
    ['PRESSPASS_THROTTLE', '5/'],
    ['PRESSPASS_THROTTLE', '1e9'],
    ['PRESSPASS_FUNCTIONS', 'dist/nowhere'],
    ['EDGE_PORT', '65536'],
    ['EDGE_PORT', 'news'],
  ];
  for (const [name, text] of wrong) {
    it(`are refused by name: ${name}=${text}`, () => {
      assert.throws(
        () => settingsFrom({ [name]: text }),
        (problem) => problem instanceof UnusableSetting && problem.message.includes(name),
      );
    });
  }
});
