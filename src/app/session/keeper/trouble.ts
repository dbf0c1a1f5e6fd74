import type { Trouble } from '../session-state';

/** Faults of the way there: asking again costs nobody anything. All else was said by a server. */
const networkFaults = ['TypeError', 'NetworkError', 'TimeoutError'];

/** What Cognito, and Amplify for it, calls too many requests. */
const throttled = ['TooManyRequestsException', 'LimitExceededException', 'ThrottlingException'];

/** Why `error` came, as far as this device can tell. */
export function troubleOf(error: unknown, { onLine }: Pick<Navigator, 'onLine'>): Trouble {
  // `true` says little, `false` is certain.
  if (!onLine) return 'offline';
  return throttled.includes(nameOf(error)) || statusOf(error) === 429 ? 'busy' : 'away';
}

/** Whether a server has answered, and is better left alone for a while: 429, 5xx. */
export function isServerTrouble(error: unknown): boolean {
  return !networkFaults.includes(nameOf(error)) && statusOf(error) !== 0;
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'status' in error
    ? error.status
    : undefined;
}
