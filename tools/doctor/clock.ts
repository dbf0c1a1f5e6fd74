import type { Answer } from '../remote/asking.ts';
import { ok, problem } from './finding.ts';
import type { Finding } from './finding.ts';

/** More than this many seconds apart, tokens seem to end too early or to begin too late. */
const mostSeconds = 60;

/** Compares this machine's clock with the `Date` of an answer. `now` in milliseconds since the epoch. */
export function lookAtClock({ headers }: Answer, now: number): Finding | undefined {
  const there = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(there)) return undefined;
  const ahead = Math.round((now - there) / 1000);
  if (Math.abs(ahead) <= mostSeconds) return ok('The clock of this machine agrees with the API’s.');
  const minutes = Math.max(1, Math.round(Math.abs(ahead) / 60));
  return problem(
    `The clock of this machine is ${minutes} min ${ahead > 0 ? 'ahead of' : 'behind'} the API’s: tokens seem ${ahead > 0 ? 'expired' : 'fresh'} when they are not.`,
    'Set the clock by the network (NTP).',
  );
}
