import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Figure } from './figure.ts';
import { resultsOf, tableOf } from './report.ts';

const figures: Figure[] = [
  {
    name: 'First load',
    value: 69_420,
    unit: 'bytes',
    peer: { name: 'empty app', value: 51_933 },
    limit: { of: 'ratio', atMost: 1.3 },
  },
  { name: 'Ready', value: 0.4128, unit: 's', limit: { of: 'value', atMost: 1 } },
  { name: 'Fonts', value: 87_376, unit: 'bytes' },
];
const machine = { platform: 'x', processor: 'y', cores: 2, memoryGb: 8, node: 'v24' };

test('the table has a line for each figure, in columns, and says what is missed', () => {
  assert.deepEqual(tableOf(figures).split('\n').slice(1), [
    'First load  69,420 bytes  51,933 bytes  empty app   1.34  ≤ 1.3 ×  MISSED',
    'Ready             0.41 s                                    ≤ 1 s  met',
    'Fonts       87,376 bytes',
  ]);
});

test('the results hold rounded figures, the ratio, the limit and whether it is met', () => {
  const results = resultsOf(figures, machine, new Date('2026-11-20T23:59:00Z'));
  assert.deepEqual(results, {
    measuredOn: '2026-11-20',
    machine,
    figures: [
      { ...figures[0], ratio: 1.337, isMet: false },
      { ...figures[1], value: 0.41, isMet: true },
      figures[2],
    ],
  });
});
