import type { Clock } from '../clock.ts';

/** How much traffic is let through. */
export interface ThrottleLimits {
  /** Requests per second. */
  rate: number;
  /** Requests at once. */
  burst: number;
}

/** What an AWS account has in most regions (AWS: "Amazon API Gateway quotas"). */
export const accountLimits: ThrottleLimits = { rate: 10_000, burst: 5_000 };

/**
 * A token bucket (AWS: "Throttle requests to your REST APIs for better throughput"): it holds `burst` requests and is
 * refilled with `rate` of them a second. One for all APIs, as an account has one in each region.
 */
export class Throttle {
  readonly limits: ThrottleLimits;
  readonly #clock: Clock;
  #left: number;
  #filledAt: number;

  constructor(limits: ThrottleLimits, clock: Clock) {
    this.limits = limits;
    this.#clock = clock;
    this.#left = limits.burst;
    this.#filledAt = clock.now();
  }

  /** Takes one request out of the bucket; false when it is empty. */
  admits(): boolean {
    const now = this.#clock.now();
    // The machine's clock may be set back; that must not take requests away.
    const seconds = Math.max(0, now - this.#filledAt) / 1000;
    this.#left = Math.min(this.limits.burst, this.#left + seconds * this.limits.rate);
    this.#filledAt = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
