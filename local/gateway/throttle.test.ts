import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Throttle } from './throttle.ts';

/** A clock that stands still until it is set. */
class StoppedClock {
  time = 1_000_000;
  now(): number {
    return this.time;
  }
}

function admitted(throttle: Throttle, tries: number): number {
  return Array.from({ length: tries }, () => throttle.admits()).filter(Boolean).length;
}

describe('the throttle', () => {
  it('admits as many at once as its burst, and then none', () => {
    const throttle = new Throttle({ rate: 10, burst: 5 }, new StoppedClock());
    assert.equal(admitted(throttle, 20), 5);
  });

  it('fills up at its rate, and never beyond its burst', () => {
    const clock = new StoppedClock();
    const throttle = new Throttle({ rate: 10, burst: 5 }, clock);
    admitted(throttle, 5);
    clock.time += 300;
    assert.equal(admitted(throttle, 20), 3);
    clock.time += 60_000;
    assert.equal(admitted(throttle, 20), 5);
  });

  it('keeps the fractions of a request', () => {
    const clock = new StoppedClock();
    const throttle = new Throttle({ rate: 0.5, burst: 1 }, clock);
    admitted(throttle, 1);
    clock.time += 1000;
    assert.equal(throttle.admits(), false);
    clock.time += 1000;
    assert.equal(throttle.admits(), true);
  });

  it('takes nothing away when the clock is set back', () => {
    const clock = new StoppedClock();
    const throttle = new Throttle({ rate: 10, burst: 5 }, clock);
    clock.time -= 60_000;
    assert.equal(admitted(throttle, 20), 5);
  });
});
