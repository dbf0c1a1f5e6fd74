import ky from 'ky';
import type { KyInstance } from 'ky';

/** When something is tried again; times in milliseconds. */
export interface Patience {
  /** How often a request is sent again. */
  retries: number;
  /** The first pause; each further one is twice as long. */
  firstPause: number;
  longestPause: number;
  /** How long one attempt may take. */
  attempt: number;
}

/** A request gives up after a minute of pauses at most. */
export const usualPatience: Patience = {
  retries: 6,
  firstPause: 300,
  longestPause: 10_000,
  attempt: 15_000,
};

/** Statuses that pass: the gateway throttles, or something behind it fails. */
const passing = [408, 429, 500, 502, 503, 504];

/**
 * `fetch` that sends a request again, after growing pauses of random length ("full jitter"; AWS: "Exponential Backoff And Jitter") or
 * as long as `Retry-After` says, when the network fails or the status will pass. Other statuses are answers. Redirects
 * are not followed: a token would go with them.
 */
export function patientFetch(patience: Patience): KyInstance {
  const { retries, firstPause, longestPause, attempt } = patience;
  return ky.create({
    fetch: (address, options) => fetchWhole(address, options, attempt),
    redirect: 'manual',
    timeout: attempt,
    throwHttpErrors: (status) => passing.includes(status),
    retry: {
      limit: retries,
      // Publishing has a source id, and a second token does no harm.
      methods: ['get', 'post'],
      statusCodes: passing,
      afterStatusCodes: passing,
      maxRetryAfter: longestPause,
      delay: (count) => firstPause * 2 ** (count - 1),
      backoffLimit: longestPause,
      jitter: true,
      retryOnTimeout: true,
    },
  });
}

/** Its time is up for the rest of the answer as well: ky's own ends with the headers. */
function fetchWhole(
  address: string | URL | Request,
  options: RequestInit | undefined,
  attempt: number,
): Promise<Response> {
  const given = options?.signal ?? (address instanceof Request ? address.signal : undefined);
  const signals = [AbortSignal.timeout(attempt), ...(given ? [given] : [])];
  return fetch(address, { ...options, signal: AbortSignal.any(signals) });
}
