import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TokenBucket } from './token-bucket.ts';

/** A clock that stands still until it is set. */
class StoppedClock {
  time = 1_000_000;
  now(): number {
    return this.time;
  }
}

function admitted(bucket: TokenBucket, tries: number): number {
  return Array.from({ length: tries }, () => bucket.admits()).filter(Boolean).length;
}

describe('a token bucket', () => {
  it('admits as many at once as its burst, and then none', () => {
    const bucket = new TokenBucket({ rate: 10, burst: 5 }, new StoppedClock());
    assert.equal(admitted(bucket, 20), 5);
  });

  it('fills up at its rate, and never beyond its burst', () => {
    const clock = new StoppedClock();
    const bucket = new TokenBucket({ rate: 10, burst: 5 }, clock);
    admitted(bucket, 5);
    clock.time += 300;
    assert.equal(admitted(bucket, 20), 3);
    clock.time += 60_000;
    assert.equal(admitted(bucket, 20), 5);
  });

  it('keeps the fractions of a request', () => {
    const clock = new StoppedClock();
    const bucket = new TokenBucket({ rate: 0.5, burst: 1 }, clock);
    admitted(bucket, 1);
    clock.time += 1000;
    assert.equal(bucket.admits(), false);
    clock.time += 1000;
    assert.equal(bucket.admits(), true);
  });

  it('takes nothing away when the clock is set back', () => {
    const clock = new StoppedClock();
    const bucket = new TokenBucket({ rate: 10, burst: 5 }, clock);
    clock.time -= 60_000;
    assert.equal(admitted(bucket, 20), 5);
  });
});
