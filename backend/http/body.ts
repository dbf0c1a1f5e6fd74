import { badRequest, HttpProblem } from './problem.ts';
import type { HttpRequest } from './request.ts';

/** The most bytes a request body may have: 1 MB. */
export const largestBody = 1024 * 1024;

/** Refuses a body with content, for operations that take none: 413 by size, else 400 naming the culprit. */
export function expectNoBody(request: HttpRequest): void {
  fieldsOf(request, []);
}

/**
 * The fields of a JSON body, of types yet unknown; an empty body has none. Throws 413 by size, 400 for
 * what is no JSON object and for a field that is not `allowed`.
 */
export function fieldsOf<Field extends string>(
  { body }: HttpRequest,
  allowed: readonly Field[],
): Partial<Record<Field, unknown>> {
  if (body.length > largestBody) throw new HttpProblem(413, 'Request Too Long');
  const text = body.toString('utf8').trim();
  if (text === '') return {};
  const content = jsonObject(text);
  const known: readonly string[] = allowed;
  const unknownField = Object.keys(content).find((field) => !known.includes(field));
  if (unknownField !== undefined) {
    throw badRequest(`There is no field ${unknownField} here.`, unknownField);
  }
  return content;
}

function jsonObjectOf(request: HttpRequest): object {
  const type = request.headers.get('content-type') ?? 'application/json';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw badRequest('Content-Type must be application/json.', 'Content-Type');
  }
  const text = textOf(request);
  if (text === '') throw badRequest('The body is missing.', 'body');
  return jsonObject(text, 'The body must be a JSON object.');
}

function textOf({ body }: HttpRequest): string {
  if (body.length > largestBody) throw new HttpProblem(413, 'Request Too Long');
  return body.toString('utf8').trim();
}

function jsonObject(text: string, otherwise: string): object {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, which may be private.
    throw badRequest('The body is not valid JSON.', 'body');
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw badRequest(otherwise, 'body');
  }
  return content;
}
