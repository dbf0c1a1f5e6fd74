import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Figure } from './figure.ts';
import { resultsOf, withEarlier } from './results.ts';

const machine = { platform: 'x', processor: 'y', cores: 2, memoryGb: 8, node: 'v24' };

const firstLoad: Figure = {
  name: 'First load',
  value: 69_420,
  unit: 'bytes',
  peer: { name: 'empty app', value: 51_933 },
  stated: [{ name: 'RealWorld', value: 92_694, measuredOn: '2026-11-20' }],
  limit: { of: 'ratio', atMost: 1.3 },
};
const ready: Figure = {
  name: 'Ready',
  value: 0.4128,
  unit: 's',
  limit: { of: 'value', atMost: 1 },
};
const fonts: Figure = { name: 'Fonts', value: 87_376, unit: 'bytes' };

test('the results hold rounded figures, the ratio, the limit and whether it is met', () => {
  const results = resultsOf(
    [
      { measurement: 'first-load', figures: [firstLoad, fonts] },
      { measurement: 'start-up', figures: [ready] },
    ],
    machine,
    new Date('2026-11-20T23:59:00Z'),
  );
  assert.deepEqual(results, {
    measuredOn: '2026-11-20',
    machine,
    figures: [
      { measurement: 'first-load', ...firstLoad, ratio: 1.337, isMet: false },
      { measurement: 'first-load', ...fonts },
      { measurement: 'start-up', ...ready, value: 0.41, isMet: true },
    ],
  });
});

test('what was not measured again stays with its day; what is no longer measured goes', () => {
  const on = (day: string): Date => new Date(`${day}T12:00:00Z`);
  const old = resultsOf(
    [
      { measurement: 'first-load', figures: [firstLoad, fonts] },
      { measurement: 'start-up', figures: [ready] },
      { measurement: 'gone', figures: [fonts] },
    ],
    machine,
    on('2026-11-20'),
  );
  const load = resultsOf(
    [{ measurement: 'first-load', figures: [firstLoad] }],
    machine,
    on('2026-12-01'),
  );
  const paint = resultsOf([{ measurement: 'paint', figures: [fonts] }], machine, on('2026-12-02'));
  const names = ['first-load', 'paint', 'start-up'];
  const results = withEarlier(paint, withEarlier(load, old, names), names);
  assert.equal(results.measuredOn, '2026-12-02');
  assert.deepEqual(
    results.figures.map(({ measurement, name, measuredOn }) => [measurement, name, measuredOn]),
    [
      ['first-load', 'First load', '2026-12-01'],
      ['paint', 'Fonts', undefined],
      ['start-up', 'Ready', '2026-11-20'],
    ],
  );
});
