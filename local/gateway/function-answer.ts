import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { Answer } from '../http/answer.ts';
import { reasonOfFunction } from './function-reason.ts';

/** The content type of an answer whose function names none. */
type DefaultType = 'application/json' | 'text/plain; charset=utf-8';

/** A REST API's: "Output format of a Lambda function for proxy integration". Undefined when it is malformed. */
export function restAnswer(answer: unknown): Answer | undefined {
  if (!isObject(answer)) return undefined;
  return structured(answer, restHeaders(answer), 'application/json');
}

/**
 * An HTTP API's, payload format 2.0 (AWS: "Create AWS Lambda proxy integrations for HTTP APIs"): without a statusCode, whatever the function
 * returns is the body of a 200. Undefined when it is malformed.
 */
export function httpAnswer(answer: unknown): Answer | undefined {
  if (isObject(answer) && 'statusCode' in answer) {
    return structured(answer, httpHeaders(answer), 'text/plain; charset=utf-8');
  }
  const body = typeof answer === 'string' ? answer : JSON.stringify(answer ?? null);
  return { status: 200, headers: { 'content-type': 'application/json' }, body };
}

type Members = Record<string, unknown>;
type Headers = Record<string, string | string[]>;

function structured(
  { statusCode, body, isBase64Encoded }: Members,
  headers: Headers | undefined,
  defaultType: DefaultType,
): Answer | undefined {
  const status = statusFrom(statusCode);
  if (status === undefined || headers === undefined || !isSendable(headers)) return undefined;
  if (typeof body !== 'string' && body !== undefined && body !== null) return undefined;
  const content = Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8');
  if (content.length > 0) headers['content-type'] ??= defaultType;
  return {
    status,
    headers,
    body: content,
    reason: status >= 400 ? reasonOfFunction(content) : undefined,
  };
}

/** A number or, as Lambda's own samples have it, its digits. */
function statusFrom(code: unknown): number | undefined {
  const status = typeof code === 'string' && /^\d{3}$/.test(code) ? Number(code) : code;
  if (typeof status !== 'number' || !Number.isInteger(status)) return undefined;
  return status >= 200 && status <= 599 ? status : undefined;
}

function restHeaders({ headers, multiValueHeaders }: Members): Headers | undefined {
  if (!isAbsentOrObject(headers) || !isAbsentOrObject(multiValueHeaders)) return undefined;
  const several = Object.entries(multiValueHeaders ?? {});
  if (several.some(([, values]) => !Array.isArray(values))) return undefined;
  return Object.fromEntries([
    ...Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), text(value)]),
    ...several.map(([name, values]) => [name.toLowerCase(), (values as unknown[]).map(text)]),
  ]) as Headers;
}

/** Format 2.0 knows no multiValueHeaders; cookies have a place of their own. */
function httpHeaders({ headers, cookies }: Members): Headers | undefined {
  if (!isAbsentOrObject(headers)) return undefined;
  const single = Object.entries(headers ?? {}).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    text(value),
  ]);
  const found: Headers = Object.fromEntries(single);
  if (Array.isArray(cookies)) found['set-cookie'] = cookies.map(text);
  return found;
}

function isSendable(headers: Headers): boolean {
  try {
    for (const [name, value] of Object.entries(headers)) {
      validateHeaderName(name);
      for (const one of [value].flat()) validateHeaderValue(name, one);
    }
    return true;
  } catch {
    // Node refuses by throwing: a line break in a value, say.
    return false;
  }
}

/** Numbers and booleans may be header values as well. */
const text = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAbsentOrObject = (value: unknown): value is Members | undefined | null =>
  value === undefined || value === null || isObject(value);
