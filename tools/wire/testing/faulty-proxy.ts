import { request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen } from '../../../local/http/server.ts';

/** What the proxy does with a request instead of passing it on; `lose` passes it on and loses the answer. */
export type Fault =
  { status: number; headers?: Record<string, string>; body?: string } | 'cut' | 'lose' | undefined;

/** A server between the wire and the stand-in that counts, and that fails on demand. Tests only. */
export interface FaultyProxy {
  url: string;
  /** How many requests each path has had. */
  counts: Map<string, number>;
  /** When the requests to publish came, in milliseconds of `performance.now()`. */
  publishedAt: number[];
  close(): Promise<void>;
}

/** `faultFor` is asked for each request to publish, with its number from 1 on. */
export async function faultyProxy(
  target: string,
  faultFor: (count: number) => Fault | Promise<Fault> = () => undefined,
): Promise<FaultyProxy> {
  const counts = new Map<string, number>();
  const publishedAt: number[] = [];
  const server = await listen(0, (request, response) => {
    const path = request.url ?? '/';
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    if (!path.endsWith('/news')) {
      pass(target, request, response);
      return;
    }
    publishedAt.push(performance.now());
    void Promise.resolve(faultFor(count)).then((fault) => {
      meet(fault, target, request, response);
    });
  });
  const url = `http://127.0.0.1:${server.port}`;
  return { url, counts, publishedAt, close: () => server.close() };
}

function meet(
  fault: Fault,
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (fault === undefined) pass(target, request, response);
  else if (fault === 'lose') pass(target, request, response, 'lose');
  else if (fault === 'cut') request.destroy();
  else {
    request.resume();
    response.writeHead(fault.status, fault.headers).end(fault.body ?? '{"message":"Not now"}');
  }
}

function pass(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  then: 'answer' | 'lose' = 'answer',
): void {
  const { method, headers, url } = request;
  const onward = forward(`${target}${url ?? '/'}`, { method, headers }, (answer) => {
    if (then === 'lose') {
      answer.resume().once('end', () => response.destroy());
      return;
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.once('error', () => response.destroy());
  request.pipe(onward);
}
