import type { Clock } from './clock.ts';

/** How much traffic a bucket lets through. */
export interface TrafficLimits {
  /** Requests per second. */
  rate: number;
  /** Requests at once. */
  burst: number;
}

/** The token bucket by which AWS's services throttle: it holds `burst` requests and is refilled with `rate` of them a second. */
export class TokenBucket {
  readonly limits: TrafficLimits;
  readonly #clock: Clock;
  #left: number;
  #filledAt: number;

  constructor(limits: TrafficLimits, clock: Clock) {
    this.limits = limits;
    this.#clock = clock;
    this.#left = limits.burst;
    this.#filledAt = clock.now();
  }

  /** Takes one request out of the bucket; false when it is empty. */
  admits(): boolean {
    this.#fill();
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  /** Whether it holds all it can: then it remembers nothing. */
  isFull(): boolean {
    this.#fill();
    return this.#left === this.limits.burst;
  }

  #fill(): void {
    const now = this.#clock.now();
    // The machine's clock may be set back; that must not take requests away.
    const seconds = Math.max(0, now - this.#filledAt) / 1000;
    this.#left = Math.min(this.limits.burst, this.#left + seconds * this.limits.rate);
    this.#filledAt = now;
  }
}
