import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ManualClock } from '../clock.ts';
import { NoRoomForBody } from '../http/body-room.ts';
import { readBody } from '../http/body.ts';
import { sendJson } from '../http/reply.ts';

const largestBody = 1024;
/** A hundred years in seconds: what comes after is no date any more after a few steps. */
const longestStep = 100 * 365 * 24 * 3600;

/** `POST /clock {"advanceSeconds": n}` moves the stand-in's time forward, for tests of expiry. */
export async function answerClock(
  clock: ManualClock,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    clock.advance(secondsIn(await readBody(request, response, largestBody)));
  } catch (problem) {
    if (problem instanceof NoRoomForBody) throw problem;
    // Broken JSON, a wrong field, time running backwards: all of it is the caller's mistake.
    const message = problem instanceof Error ? problem.message : 'Bad Request';
    sendJson(response, 400, { message, field: 'advanceSeconds' });
    return;
  }
  sendJson(response, 200, { now: new Date(clock.now()).toISOString() });
}

function secondsIn(body: Buffer): number {
  const content: unknown = JSON.parse(body.toString('utf8'));
  const { advanceSeconds } = (content ?? {}) as Record<string, unknown>;
  if (typeof advanceSeconds !== 'number') throw new TypeError('advanceSeconds must be a number.');
  if (advanceSeconds > longestStep) throw new RangeError('One step is at most a hundred years.');
  return advanceSeconds;
}
