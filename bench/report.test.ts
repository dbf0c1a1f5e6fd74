import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Figure } from './figure.ts';
import { tableOf } from './report.ts';

const figures: Figure[] = [
  {
    name: 'First load',
    value: 69_420,
    unit: 'bytes',
    peer: { name: 'empty app', value: 51_933 },
    stated: [{ name: 'RealWorld', value: 92_694, measuredOn: '2026-11-20' }],
    limit: { of: 'ratio', atMost: 1.3 },
  },
  { name: 'Ready', value: 0.4128, unit: 's', limit: { of: 'value', atMost: 1 } },
  { name: 'Fonts', value: 87_376, unit: 'bytes', limit: { of: 'value', atMost: 60_000 } },
];

test('the table has a line for each figure, in columns, and says what is missed', () => {
  assert.deepEqual(tableOf(figures).split('\n').slice(1), [
    'First load  69,420 bytes  51,933 bytes  empty app                1.34         ≤ 1.3 ×  MISSED',
    '                          92,694 bytes  RealWorld (2026-11-20)   0.75',
    'Ready             0.41 s                                                        ≤ 1 s  met',
    'Fonts       87,376 bytes                                               ≤ 60,000 bytes  MISSED',
  ]);
});
