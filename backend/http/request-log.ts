import { env } from 'node:process';

/** What is kept of a request. Never tokens, e-mail addresses or bodies. */
export interface RequestLine {
  operationId: string;
  status: number;
  /** How long it took, in milliseconds. */
  ms: number;
  requestId: string;
  /** The caller's `sub`. */
  caller?: string | undefined;
  /** An unexpected error, with its stack. */
  failure?: string | undefined;
}

/**
 * One line of JSON a request, for CloudWatch Logs Insights. With `REQUEST_LOG=failures` only the
 * requests that failed on our side are written.
 */
export function logRequest(line: RequestLine): void {
  if (line.status >= 500) console.error(JSON.stringify({ level: 'error', ...line }));
  else if (env['REQUEST_LOG'] !== 'failures')
    console.log(JSON.stringify({ level: 'info', ...line }));
}
