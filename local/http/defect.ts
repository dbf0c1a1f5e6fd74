import type { IncomingMessage, ServerResponse } from 'node:http';
import { send } from './answer.ts';
import { failureReason } from './failure-reason.ts';

/** Answers 500 for an error that nobody expected, and shows it in the terminal. None of what was `given` is repeated. */
export function sendDefect(
  response: ServerResponse,
  defect: unknown,
  given: readonly string[],
): void {
  console.error(defect);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  send(response, {
    status: 500,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    body: 'The stand-in has a defect; its terminal shows it.\n',
    reason: `a defect of the stand-in: ${failureReason(defect, given)}`,
  });
}

/** What a request has in its headers and its address that belongs in no answer. */
export function secretsOf({ headers, url = '' }: IncomingMessage): string[] {
  const { authorization = '', cookie = '' } = headers;
  const [, ...query] = url.split('?');
  return [authorization, cookie, ...new URLSearchParams(query.join('?')).values()];
}
