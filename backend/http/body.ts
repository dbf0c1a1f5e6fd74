import type { APIGatewayProxyEvent } from 'aws-lambda';
import { badRequest, HttpProblem } from './problem.ts';

/** The most bytes a request body may have: 1 MB. */
export const largestBody = 1024 * 1024;

/** Refuses a body with content, for operations that take none: 413 by size, else 400 naming the culprit. */
export function expectNoBody(event: APIGatewayProxyEvent): void {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > largestBody) throw new HttpProblem(413, 'Request Too Long');
  const text = bytes.toString('utf8').trim();
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
