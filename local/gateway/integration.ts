import pLimit from 'p-limit';
import type { GatewayEvent } from '../../backend/http/request.ts';
import type { Handler } from './handlers.ts';

/**
 * How many functions run at once. All run in this one process: more at once are not done sooner, and each holds what it
 * has read.
 */
const concurrency = 4;

/** First come, first served. */
const turns = pLimit(concurrency);

/** How calling a function ended. */
export type Outcome =
  { kind: 'answered'; answer: unknown } | { kind: 'failed' } | { kind: 'timed-out' };

/**
 * Calls a function when it is its turn, and waits for at most `timeoutMs` milliseconds in all. Like Lambda, it lets a function that
 * is too late run on; nobody hears its answer. One that has not begun by then is not called.
 */
export async function invoke(
  handler: Handler,
  event: GatewayEvent,
  timeoutMs: number,
): Promise<Outcome> {
  const { promise: late, resolve } = Promise.withResolvers<Outcome>();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    resolve({ kind: 'timed-out' });
  }, timeoutMs);
  const turn = turns(() => (isLate ? late : finished(called(handler, event), timeoutMs)));
  const outcome = await Promise.race([turn, late]);
  clearTimeout(timer);
  return outcome;
}

async function called(handler: Handler, event: GatewayEvent): Promise<Outcome> {
  try {
    return { kind: 'answered', answer: await handler(event) };
  } catch (problem) {
    // A function that throws is a defect: AWS tells the caller nothing and logs it, so do we.
    console.error(problem);
    return { kind: 'failed' };
  }
}

/** Resolves when a function has finished, or has had its time: a function that hangs must not keep its turn. */
async function finished(outcome: Promise<Outcome>, timeoutMs: number): Promise<Outcome> {
  const { promise: timeUp, resolve } = Promise.withResolvers<Outcome>();
  const timer = setTimeout(() => {
    resolve({ kind: 'timed-out' });
  }, timeoutMs);
  const first = await Promise.race([outcome, timeUp]);
  clearTimeout(timer);
  return first;
}
