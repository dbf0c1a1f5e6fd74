/** Milliseconds. */
const first = 2_000;
const longest = 60_000;

/**
 * How long to wait before asking again: twice as long each time, at most a minute, and never all
 * tabs and devices at once.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export class BackOff {
  private failures = 0;

  /** Milliseconds until the next try, after another failure. */
  next(random: number = Math.random()): number {
    const delay = Math.min(longest, first * 2 ** this.failures++);
    return delay / 2 + (random * delay) / 2;
  }

  reset(): void {
    this.failures = 0;
  }
}
