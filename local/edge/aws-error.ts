import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** An error as AWS's JSON protocols send it. */
export interface AwsError {
  status: number;
  type: string;
  message: string;
  /** What a developer should know beyond the message. */
  reason?: string | undefined;
}

/** Header that says in plain words why something was refused; AWS sends none. */
export const reasonHeader = 'x-presspass-reason';

export const jsonProtocol = 'application/x-amz-json-1.1';

/** Lets any page talk to the user pools, as AWS does: they know callers by token, not by cookie. */
export function allowAnyOrigin(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader(
    'Access-Control-Expose-Headers',
    `x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date,${reasonHeader}`,
  );
}

export function sendAwsError(
  response: ServerResponse,
  { status, type, message, reason = message }: AwsError,
): void {
  response.setHeader('Content-Type', jsonProtocol);
  response.setHeader('x-amzn-RequestId', randomUUID());
  response.setHeader('x-amzn-ErrorType', `${type}:`);
  response.setHeader('x-amzn-ErrorMessage', inHeader(message));
  response.setHeader(reasonHeader, inHeader(reason).slice(0, longestReason));
  response.writeHead(status).end(JSON.stringify({ __type: type, message }));
}

const longestReason = 500;

/** Headers hold printable ASCII only (RFC 9110, 5.5). */
export function inHeader(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, ' ');
}
