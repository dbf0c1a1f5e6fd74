import {
  Agent,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  request as sendRequest,
} from 'node:http';
import { pipeline } from 'node:stream';

export interface OriginProxy {
  forward(request: IncomingMessage, response: ServerResponse): void;
  close(): void;
}

/** Headers that belong to one connection and are not passed on (RFC 9110, section 7.6.1). */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Hands requests on to the back end. When it cannot be reached the answer is 502, when it does not
 * answer in `timeoutMs` 504, both with the `{ message }` that every problem of the API has.
 */
export function openOriginProxy(origin: URL, timeoutMs: number): OriginProxy {
  const agent = new Agent({ keepAlive: true });
  return {
    forward(request, response) {
      const upstream = sendRequest(new URL(origin), {
        agent,
        method: request.method,
        path: request.url,
        // CloudFront too names the origin, not the viewer's host.
        headers: { ...endToEnd(request.headers), ...framing(request.headers), host: origin.host },
      });
      relay(upstream, request, response, timeoutMs);
    },
    close() {
      agent.destroy();
    },
  };
}

function relay(
  upstream: ClientRequest,
  request: IncomingMessage,
  response: ServerResponse,
  timeoutMs: number,
): void {
  let isLate = false;
  const deadline = setTimeout(() => {
    isLate = true;
    upstream.destroy();
  }, timeoutMs);
  upstream.on('response', (answer) => {
    clearTimeout(deadline);
    for (const [name, value] of Object.entries(endToEnd(answer.headers))) {
      // What is set already wins, as with CloudFront's response headers policies.
      if (value !== undefined && !response.hasHeader(name)) response.setHeader(name, value);
    }
    response.writeHead(answer.statusCode ?? 502);
    pipeline(answer, response, () => undefined); // cut off midway: the reader's connection ends too
  });
  upstream.on('error', () => {
    clearTimeout(deadline);
    respondWithProblem(response, isLate ? 504 : 502);
  });
  response.on('close', () => {
    clearTimeout(deadline);
    upstream.destroy();
  });
  request.pipe(upstream);
}

function respondWithProblem(response: ServerResponse, status: 502 | 504): void {
  if (response.destroyed || response.headersSent) {
    response.destroy();
    return;
  }
  const message =
    status === 502
      ? 'The server cannot be reached. Try again in a moment.'
      : 'The server takes too long to answer. Try again in a moment.';
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ message }));
}

/**
 * Where the body ends. Node leaves that out for methods that seldom have a body, GET and DELETE among
 * them; the back end would then read the body as the next request (RFC 9112, section 11.2).
 */
function framing(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { 'content-length': length, 'transfer-encoding': coding } = headers;
  if (length !== undefined) return { 'content-length': length };
  return coding === undefined ? {} : { 'transfer-encoding': 'chunked' };
}

function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !hopByHop.has(name) && !named.includes(name)),
  );
}
