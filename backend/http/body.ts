import { badRequest, HttpProblem } from './problem.ts';
import type { HttpRequest } from './request.ts';

/** The most bytes a request body may have: 1 MB. */
export const largestBody = 1024 * 1024;

/** Refuses a body with content, for operations that take none: 413 by size, else 400 naming the culprit. */
export function expectNoBody({ body }: HttpRequest): void {
  if (body.length > largestBody) throw new HttpProblem(413, 'Request Too Long');
  const text = body.toString('utf8').trim();
  if (text === '') return;
  const [unknownField] = Object.keys(jsonObject(text));
  if (unknownField !== undefined) {
    throw badRequest(`There is no field ${unknownField} here.`, unknownField);
  }
}

function jsonObject(text: string): object {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, which may be private.
    throw badRequest('The body is not valid JSON.', 'body');
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw badRequest('The body must be a JSON object, or empty.', 'body');
  }
  return content;
}
