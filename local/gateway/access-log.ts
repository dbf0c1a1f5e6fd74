import type { IncomingMessage } from 'node:http';
import { env } from 'node:process';
import type { Answer } from '../http/answer.ts';

/** Longer addresses are cut. */
const longestPath = 200;

/**
 * With `REQUEST_LOG=all`, one line for what a gateway answers itself; functions log the requests that reach them.
 * Never the query: it may hold what is nobody's business.
 */
export function logGatewayAnswer(
  { method, url = '' }: IncomingMessage,
  { status, reason }: Answer,
): void {
  if (env['REQUEST_LOG'] !== 'all') return;
  const path = url.replace(/\?.*$/s, '').slice(0, longestPath);
  console.log(
    JSON.stringify({ level: 'info', gateway: `${method ?? ''} ${path}`, status, reason }),
  );
}
