import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserContext, expect } from '@playwright/test';

/** How much time passes at once, and how long a step takes in truth: milliseconds. */
const step = 5;
const stepTakes = 20;

/**
 * Time in all tabs of a browser, passing in small steps that wait for one another: what the pages do within a second of
 * it does not depend on how busy the machine is, as it would on a stopwatch.
 */
export class TabTime {
  #passed = 0;
  #isOver = false;
  readonly #end: Promise<void>;

  private constructor(context: BrowserContext) {
    this.#end = this.#pass(context);
  }

  /** From now on, until it is stopped. */
  static async slowDown(context: BrowserContext): Promise<TabTime> {
    await context.clock.install();
    await context.clock.pauseAt(Date.now() + 1_000);
    return new TabTime(context);
  }

  /** Waits for what `expectation` waits for, and expects that less than a second has passed by then. */
  async expectWithinASecond(expectation: () => Promise<void>): Promise<void> {
    const before = this.#passed;
    await expectation();
    expect(this.#passed - before, 'milliseconds that have passed in the tabs').toBeLessThan(1_000);
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#end;
  }

  async #pass(context: BrowserContext): Promise<void> {
    while (!this.#isOver) {
      await context.clock.runFor(step);
      this.#passed += step;
      await pause(stepTakes);
    }
  }
}
