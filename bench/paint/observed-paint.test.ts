import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paintOf } from './observed-paint.ts';
import type { Recorded } from './observed-paint.ts';

const recorded: Recorded = {
  paints: [
    { name: 'first-paint', startTime: 400 },
    { name: 'first-contentful-paint', startTime: 480 },
  ],
  largestPaints: [{ startTime: 480 }, { startTime: 1_436 }],
  shifts: [
    { value: 0.05, hadRecentInput: false },
    { value: 0.5, hadRecentInput: true },
    { value: 0.01, hadRecentInput: false },
  ],
  longFrames: [{ blockingDuration: 120 }, { blockingDuration: 0 }, { blockingDuration: 33 }],
};

test('the first paint is the one with content, the largest the last that was found', () => {
  const { firstContentful, largestContentful } = paintOf(recorded);
  assert.equal(firstContentful, 480);
  assert.equal(largestContentful, 1_436);
});

test('what moves after a touch or a key is expected, and does not count as a shift', () => {
  assert.equal(paintOf(recorded).layoutShift.toFixed(3), '0.060');
});

test('the blocking of all frames is added up', () => {
  assert.equal(paintOf(recorded).blocking, 153);
});

test('nothing moved and nothing blocked is 0; nothing painted is an error', () => {
  const { layoutShift, blocking } = paintOf({ ...recorded, shifts: [], longFrames: [] });
  assert.deepEqual([layoutShift, blocking], [0, 0]);
  assert.throws(() => paintOf({ ...recorded, paints: [] }), /no paint/);
  assert.throws(() => paintOf({ ...recorded, largestPaints: [] }), /no paint/);
});
