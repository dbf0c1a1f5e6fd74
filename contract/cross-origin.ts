/** What pages of other origins may send to the APIs, and read of what the gateways answer themselves. */

/** Headers that pages send. */
export const allowedHeaders = ['Authorization', 'Content-Type', 'If-None-Match'] as const;

/** Headers that scripts may read, by the kind of gateway: each names its requests in its own way. */
export const exposedHeaders = {
  rest: ['ETag', 'x-amzn-RequestId', 'x-amzn-ErrorType', 'x-amz-apigw-id'],
  http: ['ETag', 'apigw-requestid'],
} as const;

/** How long a browser may remember a preflight, in seconds. */
export const preflightSeconds = 600;
