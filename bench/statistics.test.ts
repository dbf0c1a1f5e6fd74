import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, percentile } from './statistics.ts';

test('the median is the middle number, or the mean of the middle two', () => {
  assert.equal(median([30, 1, 200]), 30);
  assert.equal(median([4, 1, 200, 2]), 3);
  assert.equal(median([7]), 7);
});

test('a percentile is one of the numbers, by nearest rank', () => {
  const numbers = Array.from({ length: 200 }, (_, index) => 200 - index);
  assert.equal(percentile(numbers, 0.95), 190);
  assert.equal(percentile(numbers, 1), 200);
  assert.equal(percentile([5], 0.95), 5);
  assert.equal(percentile([1, 2, 3], 0), 1);
});

test('nothing measured is not zero', () => {
  assert.throws(() => median([]), RangeError);
  assert.throws(() => percentile([], 0.5), RangeError);
});
