import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { startServer } from '../../testing/server.ts';

/** A request as it arrived. */
export interface Seen {
  method: string;
  path: string;
  authorization: string | undefined;
  body: string;
}

/** What a fault makes of a request: another answer, other headers for the real one, or a token of its own to send with it. */
interface Fault {
  answer?: { status: number; headers?: Record<string, string>; body?: string };
  /** Added to the real answer; `undefined` takes one away. */
  headers?: Record<string, string | undefined>;
  token?: string;
}

/** A paper in front of the stand-in. Tests only. */
export interface FaultyPaper {
  url: string;
  /** Every request so far. */
  seen: Seen[];
  close(): Promise<void>;
}

/** Hands every request on to `target`, except where `faultAt` says what goes wrong. */
export async function paperWithFaults(
  target: string,
  faultAt: (request: Seen) => Fault | undefined,
): Promise<FaultyPaper> {
  const seen: Seen[] = [];
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const given = await seenIn(request);
    seen.push(given);
    const fault = faultAt(given) ?? {};
    const { status, headers, body } = fault.answer ?? (await handOn(target, request, given, fault));
    response.writeHead(status, headers).end(body);
  };
  const server = await startServer((request, response) => void pass(request, response));
  return { ...server, seen };
}

async function seenIn(request: IncomingMessage): Promise<Seen> {
  const { method = '', url: path = '', headers } = request;
  const body = (await buffer(request)).toString();
  return { method, path, authorization: headers.authorization, body };
}

const handedOn = [
  'authorization',
  'content-type',
  'x-amz-target',
  'origin',
  'access-control-request-method',
  'access-control-request-headers',
];

async function handOn(
  target: string,
  request: IncomingMessage,
  { method, path, body }: Seen,
  fault: Fault,
): Promise<Required<Required<Fault>['answer']>> {
  const headers = new Headers();
  for (const name of handedOn) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  if (fault.token !== undefined) headers.set('authorization', fault.token);
  const answer = await fetch(target + path, {
    method,
    headers,
    redirect: 'manual',
    ...(body !== '' && { body }),
  });
  const received = { ...Object.fromEntries(answer.headers), ...fault.headers };
  const kept = Object.entries(received).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && entry[0] !== 'transfer-encoding',
  );
  return { status: answer.status, headers: Object.fromEntries(kept), body: await answer.text() };
}
