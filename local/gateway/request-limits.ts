import type { IncomingMessage } from 'node:http';
import { headerPairs } from './passage.ts';

/** The largest body that API Gateway takes: 10 MB (AWS: "Amazon API Gateway quotas"). */
export const largestPayload = 10 * 1024 * 1024;

/** The most bytes of request line and headers together (the same page). Big tokens with many groups meet it. */
export const largestHead = 10_240;

/** The bytes of request line and headers, as they travel in HTTP/1.1. */
export function headBytes(request: IncomingMessage): number {
  const line = `${request.method ?? ''} ${request.url ?? ''} HTTP/1.1\r\n`.length;
  return headerPairs(request).reduce(
    (sum, [name, value]) => sum + name.length + value.length + 4,
    line,
  );
}
