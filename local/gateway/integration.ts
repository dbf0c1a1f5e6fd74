import type { Handler } from './handlers.ts';
import type { GatewayEvent } from '../../backend/http/request.ts';

/** How calling a function ended. */
export type Outcome =
  { kind: 'answered'; answer: unknown } | { kind: 'failed' } | { kind: 'timed-out' };

/**
 * Calls a function and waits for at most `timeoutMs` milliseconds. Like Lambda, it lets a function that is too late run
 * on; nobody hears its answer.
 */
export async function invoke(
  handler: Handler,
  event: GatewayEvent,
  timeoutMs: number,
): Promise<Outcome> {
  const { promise: late, resolve } = Promise.withResolvers<Outcome>();
  const timer = setTimeout(() => {
    resolve({ kind: 'timed-out' });
  }, timeoutMs);
  const outcome = await Promise.race([called(handler, event), late]);
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
