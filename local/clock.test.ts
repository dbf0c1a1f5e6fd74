import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock, stoppedClock, systemClock } from './clock.ts';

test('a manual clock starts with the system, flows with it, and keeps what it was advanced by', () => {
  const clock = new ManualClock();
  assert.ok(Math.abs(clock.now() - systemClock.now()) < 1000);
  clock.advance(60);
  clock.advance(0.5);
  assert.ok(Math.abs(clock.now() - systemClock.now() - 60_500) < 1000);
  clock.advance(0.12345);
  assert.ok(Number.isInteger(clock.now()));
});

test('on a stopped clock it moves only as far as it is moved', () => {
  const clock = new ManualClock(stoppedClock());
  const start = clock.now();
  const later = systemClock.now() + 5;
  while (systemClock.now() < later);
  assert.equal(clock.now(), start);
  clock.advance(60);
  assert.equal(clock.now(), start + 60_000);
});

test('a clock cannot be turned back, or by something that is no number', () => {
  const clock = new ManualClock();
  for (const seconds of [-1, NaN, Infinity]) {
    assert.throws(() => {
      clock.advance(seconds);
    }, RangeError);
  }
});
