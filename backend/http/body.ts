import { badRequest, HttpProblem } from './problem.ts';
import type { HttpRequest } from './request.ts';

/** The most bytes a request body may have: 1 MB. */
const largestBody = 1024 * 1024;

/** Refuses a body with content, for operations that take none: 413 by size, else 400 naming the culprit. */
export function expectNoBody(request: HttpRequest): void {
  fieldsOf(request, []);
}

/**
 * Refuses a request without a body, or whose content type says that it is not JSON. One without a content
 * type counts as JSON, as API Gateway counts it.
 */
export function expectJson(request: HttpRequest): void {
  const type = request.headers.get('content-type') ?? 'application/json';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw badRequest('Content-Type must be application/json.', 'Content-Type');
  }
  if (textOf(request) === '') throw badRequest('The body is missing.', 'body');
}

/**
 * The fields of a JSON body, of types yet unknown; an empty body has none. Throws 413 by size, 400 for
 * what is no JSON object and for a field that is not `allowed`.
 */
export function fieldsOf<Field extends string>(
  request: HttpRequest,
  allowed: readonly Field[],
): Partial<Record<Field, unknown>> {
  const text = textOf(request);
  if (text === '') return {};
  const content = jsonObject(text, allowed.length === 0);
  const known: readonly string[] = allowed;
  const unknownField = Object.keys(content).find((field) => !known.includes(field));
  if (unknownField !== undefined) {
    throw badRequest(`There is no field ${unknownField} here.`, unknownField);
  }
  return content;
}

/** Throws 413 for more than 1 MB; the gateway would let ten through. */
export function expectBodyWithinLimit({ body }: HttpRequest): void {
  if (body.length > largestBody) throw new HttpProblem(413, 'Request Too Long');
}

function textOf(request: HttpRequest): string {
  expectBodyWithinLimit(request);
  return request.body.toString('utf8').trim();
}

function jsonObject(text: string, mayBeEmpty: boolean): object {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, which may be private.
    throw badRequest('The body is not valid JSON.', 'body');
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw badRequest(`The body must be a JSON object${mayBeEmpty ? ', or empty' : ''}.`, 'body');
  }
  return content;
}
