import type { Random } from './random.ts';
import type { Report } from './report.ts';

/** What a campaign is given. */
export interface Conditions {
  seed: number;
  /** For how long it tries, from when all is ready. */
  seconds: number;
  /** How many cases it tries at most; what a case is, is each campaign's own. */
  cases: number;
  /** The URL of a stand-in that runs already; undefined where the campaign starts its own. */
  target: string | undefined;
  report: Report;
}

/** Tries until the time is over or everything was tried, and reports what it saw. */
export type Campaign = (conditions: Conditions) => Promise<void>;

/** A case's own number, and its own random numbers. */
export interface Case {
  number: number;
  random: Random;
}
