import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { send } from '../http/answer.ts';
import { inHeader } from '../http/reason.ts';

/** An error as AWS's JSON protocols send it. */
export interface AwsError {
  status: number;
  type: string;
  message: string;
  /** What a developer should know beyond the message. */
  reason?: string | undefined;
}

export const jsonProtocol = 'application/x-amz-json-1.1';

/** Lets any page talk to the user pools, as AWS does: they know callers by token, not by cookie. */
export function allowAnyOrigin(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader(
    'Access-Control-Expose-Headers',
    'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
  );
}

export function sendAwsError(
  response: ServerResponse,
  { status, type, message, reason = message }: AwsError,
): void {
  const headers = {
    'Content-Type': jsonProtocol,
    'x-amzn-RequestId': randomUUID(),
    'x-amzn-ErrorType': `${type}:`,
    'x-amzn-ErrorMessage': inHeader(message),
  };
  send(response, { status, headers, body: JSON.stringify({ __type: type, message }), reason });
}
