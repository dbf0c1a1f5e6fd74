import assert from 'node:assert/strict';
import type { House } from './house.ts';

/** An answer of one of the two kinds of API. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON; undefined when it is none. */
  readonly json: unknown;
}

export interface ApiRequest {
  readonly method?: string;
  /** The value of the header Authorization, as it is to be sent. */
  readonly token?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Calls an API by its path from the stand-in's root: `/api/news`, `/http-api/weather`. */
export async function call(
  house: House,
  path: string,
  { method = 'GET', token, headers = {}, body }: ApiRequest = {},
): Promise<ApiAnswer> {
  const all = token === undefined ? headers : { ...headers, Authorization: token };
  const answer = await fetch(house.url + path, {
    method,
    headers: all,
    ...(body !== undefined && { body }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: parsed(text) };
}

/** A refusal in API Gateway's form: status, and `{"message":"…"}` as the whole body. */
export function expectMessage({ status, text }: ApiAnswer, wanted: number, message: string): void {
  assert.deepEqual({ status, text }, { status: wanted, text: JSON.stringify({ message }) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // empty, or a page
  }
}
