/** Where the stand-in's parts read the time. No part of `local/` asks the system itself. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => Date.now() };

/** Stands still at the moment it was made: what must happen within a second then does so on the slowest machine. */
export function stoppedClock(): Clock {
  const moment = Date.now();
  return { now: () => moment };
}

/** A clock that flows as another does, and can be moved forward so that tests meet expiry at once. */
export class ManualClock implements Clock {
  private readonly flow: Clock;
  private aheadMs = 0;

  constructor(flow: Clock = systemClock) {
    this.flow = flow;
  }

  now(): number {
    return this.flow.now() + this.aheadMs;
  }

  /** Moves this clock forward. `seconds` must be finite and not negative, else a RangeError is thrown. */
  advance(seconds: number): void {
    if (!Number.isFinite(seconds) || seconds < 0) {
      throw new RangeError('A clock can only be advanced by zero or more seconds');
    }
    this.aheadMs += Math.round(seconds * 1000);
  }
}
