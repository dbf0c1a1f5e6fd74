import type { Answer } from '../http/answer.ts';
import type { KindAnswers } from './gateway.ts';
import { largestHead } from './request-limits.ts';
import type { TrafficLimits } from '../token-bucket.ts';

/**
 * What an HTTP API answers itself. AWS publishes 401, 403 and the header `www-authenticate` ("Troubleshooting HTTP API
 * JWT authorizers"); the others are what people report, the 503 of a late function among
 * them, and not a promise.
 */
function httpResponse(status: number, message: string, reason?: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message }),
    reason,
  };
}

/** 401; `challenge` is the value of `www-authenticate`. */
export function unauthorized(challenge: string, reason: string): Answer {
  const { headers, ...answer } = httpResponse(401, 'Unauthorized', reason);
  return { ...answer, headers: { ...headers, 'www-authenticate': challenge } };
}

/** 403: the token is good and has none of the route's scopes. */
export function forbidden(challenge: string, reason: string): Answer {
  const { headers, ...answer } = httpResponse(403, 'Forbidden', reason);
  return { ...answer, headers: { ...headers, 'www-authenticate': challenge } };
}

/** The answers that do not depend on a token. `timeoutMs` is how long a function may take. */
export function httpAnswers({ rate, burst }: TrafficLimits, timeoutMs: number): KindAnswers {
  return {
    unknownRoute: () => httpResponse(404, 'Not Found', 'the contracts have no such path or method'),
    headTooLong: httpResponse(
      431,
      'Request Header Fields Too Large',
      `request line and headers have more than ${String(largestHead)} bytes together`,
    ),
    tooManyRequests: httpResponse(
      429,
      'Too Many Requests',
      `more than ${String(rate)} requests a second, or than ${String(burst)} at once`,
    ),
    requestTooLong: httpResponse(413, 'Request Entity Too Large', 'the body has more than 10 MB'),
    // What is behind it is said where it is known.
    functionFailed: httpResponse(500, 'Internal Server Error'),
    malformedAnswer: httpResponse(
      500,
      'Internal Server Error',
      'the function answered what is no answer in payload format 2.0',
    ),
    timedOut: httpResponse(
      503,
      'Service Unavailable',
      `the function has not answered for ${String(timeoutMs / 1000)} s`,
    ),
  };
}
