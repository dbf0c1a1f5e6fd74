import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
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

/**
 * Announces a body of so many bytes and waits for the answer before sending any, as curl does with a large one: the
 * refusal comes at once, and nobody closes the connection while the other one writes.
 */
export async function announce(
  house: House,
  path: string,
  { token, bytes }: { token: string; bytes: number },
): Promise<Pick<ApiAnswer, 'status' | 'text'>> {
  const sending = request(house.url + path, {
    method: 'POST',
    headers: { Authorization: token, 'Content-Length': bytes },
  });
  sending.flushHeaders();
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  const text = await textOf(answer);
  sending.destroy();
  return { status: answer.statusCode ?? 0, text };
}

/** A refusal in API Gateway's form: status, and `{"message":"…"}` as the whole body. */
export function expectMessage(
  { status, text }: Pick<ApiAnswer, 'status' | 'text'>,
  wanted: number,
  message: string,
): void {
  assert.deepEqual({ status, text }, { status: wanted, text: JSON.stringify({ message }) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // empty, or a page
  }
}
