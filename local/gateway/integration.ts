import { AsyncLocalStorage } from 'node:async_hooks';
import pLimit from 'p-limit';
import { operationFailures } from '../../backend/http/operation-failures.ts';
import type { OperationFailure } from '../../backend/http/operation-failures.ts';
import type { GatewayEvent } from '../../backend/http/request.ts';
import type { Handler } from './handlers.ts';

/**
 * How many functions run at once. All run in this one process: more at once are not done sooner, and each holds what it
 * has read.
 */
const concurrency = 32;

/** First come, first served. */
const turns = pLimit(concurrency);

/** How calling a function ended. */
export type Outcome =
  // With what is behind an answer of 500, where the function has told.
  | { kind: 'answered'; answer: unknown; failure: OperationFailure | undefined }
  | ({ kind: 'failed' } & OperationFailure)
  | { kind: 'timed-out' };

/** One call of a function, and what it announces meanwhile. */
const calls = new AsyncLocalStorage<{ failure?: OperationFailure }>();

operationFailures.subscribe((failure) => {
  const call = calls.getStore();
  if (call) call.failure = failure as OperationFailure;
});

/**
 * Calls a function when it is its turn, and waits for at most `timeoutMs` milliseconds from then on. Like Lambda, it lets a function
 * that is too late run on; nobody hears its answer.
 */
export function invoke(handler: Handler, event: GatewayEvent, timeoutMs: number): Promise<Outcome> {
  return turns(async () => {
    const { promise: late, resolve } = Promise.withResolvers<Outcome>();
    const timer = setTimeout(() => {
      resolve({ kind: 'timed-out' });
    }, timeoutMs);
    const outcome = await Promise.race([called(handler, event), late]);
    clearTimeout(timer);
    return outcome;
  });
}

async function called(handler: Handler, event: GatewayEvent): Promise<Outcome> {
  const call: { failure?: OperationFailure } = {};
  try {
    const answer = await calls.run(call, () => handler(event));
    return { kind: 'answered', answer, failure: call.failure };
  } catch (problem) {
    // A function that throws is a defect: AWS tells the caller nothing and logs it, so do we.
    console.error(problem);
    return { kind: 'failed', problem };
  }
}
