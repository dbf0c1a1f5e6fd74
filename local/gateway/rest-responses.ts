import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Answer } from '../http/answer.ts';
import type { KindAnswers } from './gateway.ts';
import { largestHead } from './request-limits.ts';
import type { TrafficLimits } from '../token-bucket.ts';

/** How a function's failure is written: with a space, as captured answers have it. */
const failureBody = '{"message": "Internal server error"}';

/**
 * A REST API's gateway response (AWS: "Gateway response types for API Gateway", which has the statuses; the words are
 * those of captured answers).
 */
function gatewayResponse(status: number, errorType: string, body: string, reason?: string): Answer {
  const headers = { 'content-type': 'application/json', 'x-amzn-errortype': errorType };
  return { status, headers, body, reason };
}

const saying = (message: string): string => JSON.stringify({ message });

/** UNAUTHORIZED: also for a token that lacks the method's scopes. */
export const unauthorized = (reason: string): Answer =>
  gatewayResponse(401, 'UnauthorizedException', saying('Unauthorized'), reason);

/** What a Cognito authorizer says of an expired token: 401, unlike EXPIRED_TOKEN, which is about AWS signatures. */
export const expiredToken = (reason: string): Answer =>
  gatewayResponse(401, 'UnauthorizedException', saying('The incoming token has expired'), reason);

/** The answers that do not depend on a token. `timeoutMs` is how long a function may take. */
export function restAnswers(limits: TrafficLimits, timeoutMs: number): KindAnswers {
  const { rate, burst } = limits;
  return {
    unknownRoute,
    // Both not published; the text is what people quote, the status what they report.
    headTooLong: {
      status: 431,
      headers: { 'content-type': 'text/plain' },
      body: `HTTP header is larger than ${String(largestHead)} bytes.`,
      reason: `request line and headers have more than ${String(largestHead)} bytes together`,
    },
    tooManyRequests: gatewayResponse(
      429,
      'TooManyRequestsException',
      saying('Too Many Requests'),
      `more than ${String(rate)} requests a second, or than ${String(burst)} at once`,
    ),
    requestTooLong: gatewayResponse(
      413,
      'RequestTooLargeException',
      saying('Request Too Long'),
      'the body has more than 10 MB',
    ),
    functionFailed: failure(),
    malformedAnswer: failure('the function answered what is no answer of a proxy integration'),
    timedOut: gatewayResponse(
      504,
      'InternalServerErrorException',
      saying('Endpoint request timed out'),
      `the function has not answered for ${String(timeoutMs / 1000)} s`,
    ),
  };
}

/** What is behind it is said where it is known. */
const failure = (reason?: string): Answer =>
  gatewayResponse(502, 'InternalServerErrorException', failureBody, reason);

const noSuchRoute = 'the contract has no such path or method';

/** API Gateway takes an unknown route for one that wants an AWS signature, and reads `Authorization` as one. */
function unknownRoute({ headers: { authorization } }: IncomingMessage): Answer {
  if (!authorization) {
    const type = 'MissingAuthenticationTokenException';
    return gatewayResponse(403, type, saying('Missing Authentication Token'), noSuchRoute);
  }
  const hash = createHash('sha256').update(authorization).digest('base64');
  const message = signatureProblem(authorization, hash);
  return gatewayResponse(403, 'IncompleteSignatureException', saying(message), noSuchRoute);
}

/** `<algorithm> <name>=<value>, …` is what a signature looks like; a raw token is all algorithm. */
function signatureProblem(authorization: string, hash: string): string {
  const [, ...rest] = authorization.trim().split(' ');
  if (rest.length > 0 && !rest.join(' ').includes('=')) {
    return (
      'Invalid key=value pair (missing equal-sign) in Authorization header ' +
      `(hashed with SHA-256 and encoded with Base64): '${hash}'.`
    );
  }
  return (
    "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. " +
    "Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a " +
    `'X-Amz-Date' or a 'Date' header. (Hashed with SHA-256 and encoded with Base64) Authorization=${hash}`
  );
}
