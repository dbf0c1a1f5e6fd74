import { createHash } from 'node:crypto';
import type { APIGatewayProxyResult } from 'aws-lambda';
import type { HttpRequest } from './request.ts';

/**
 * Any site may read the answers: they depend on the token in the request, never on cookies. With
 * proxy integration the function itself sends this (AWS: "Enabling CORS for a REST API resource").
 */
const crossOrigin = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag,Location,x-amzn-RequestId,x-amzn-ErrorType',
};

const json = { ...crossOrigin, 'Content-Type': 'application/json' };

/** An answer for the caller alone, not to be kept by anybody. */
export function answer(status: number, content: object): APIGatewayProxyResult {
  return {
    statusCode: status,
    headers: { ...json, 'Cache-Control': 'no-store' },
    body: JSON.stringify(content),
  };
}

/** 201: what was made is at `location`, which is relative to the request's own address (RFC 9110 section 10.2.2). */
export function created(content: object, location: string): APIGatewayProxyResult {
  const { headers, ...rest } = answer(201, content);
  return { ...rest, headers: { ...headers, Location: location } };
}

/** 204: done, and nothing to tell. */
export function noContent(): APIGatewayProxyResult {
  return { statusCode: 204, headers: { ...crossOrigin, 'Cache-Control': 'no-store' }, body: '' };
}

/**
 * Not even while the API fails may a cache show what may be deleted by now, which CloudFront would do by itself:
 * https://aws.amazon.com/about-aws/whats-new/2023/05/amazon-cloudfront-stale-while-revalidate-stale-if-error-cache-control-directives
 */
const revalidated = 'public, max-age=0, must-revalidate, stale-if-error=0';

/**
 * A public answer that caches may keep but must ask about each time; 304 when the caller has it
 * already (RFC 9110 section 13.1.2: `*` or any listed tag, compared weakly).
 */
export function publicAnswer(request: HttpRequest, content: object): APIGatewayProxyResult {
  const body = JSON.stringify(content);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const headers = { ...json, 'Cache-Control': revalidated, ETag: etag };
  if (isKnown(etag, request.headers.get('if-none-match'))) {
    return { statusCode: 304, headers, body: '' };
  }
  return { statusCode: 200, headers, body };
}

function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.match(/"[^"]*"/g)?.includes(etag) === true;
}
