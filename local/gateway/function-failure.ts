import type { IncomingMessage } from 'node:http';
import { inspect } from 'node:util';
import { secretsOf } from '../http/defect.ts';
import { failureReason } from '../http/failure-reason.ts';
import { textsIn, withoutSecrets } from '../http/without-secrets.ts';

/** A function, and the request that it was called for. */
export interface FunctionCall {
  /** `listNews (backend/handlers/list-news.ts)` */
  title: string;
  request: IncomingMessage;
  body: Buffer;
}

/** What went wrong in a function and where, for whoever develops it. */
export function failureOf(call: FunctionCall, problem: unknown): string {
  return `the function ${call.title} failed: ${failureReason(problem, sentIn(call))}`;
}

/** What an answer is made of, without what it says: `{ statusCode: 'fine', body: object }`. */
export function shapeOf(answer: unknown): string {
  if (kindOf(answer) !== 'object') return kindOf(answer);
  const members = Object.entries(answer as object).map(([name, value]: [string, unknown]) => {
    const isShown = name === 'statusCode' && kindOf(value) !== 'object';
    return `${name}: ${isShown ? withoutSecrets(inspect(value), []) : kindOf(value)}`;
  });
  return `{ ${members.join(', ')} }`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** What a request has in it that belongs in no header of its answer. */
function sentIn({ request, body }: FunctionCall): string[] {
  const text = body.toString('utf8');
  return [...secretsOf(request), text, ...textsIn(parsed(text))];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // not JSON, so it is one text
  }
}
