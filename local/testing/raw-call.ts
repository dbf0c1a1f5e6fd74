import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

/** A request exactly as it goes over the wire: fetch would mend the path. */
export interface RawCall {
  method: string;
  /** With the query; not encoded any further. */
  path: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

/** What came back. */
export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

const agent = new Agent({ keepAlive: true });

/** Sends one request to a port of this machine; rejects when it is hung up on. Tests only. */
export function rawCall(port: number, call: RawCall): Promise<RawAnswer> {
  const { method, path, body = '' } = call;
  // Node leaves this out where a method seldom has a body.
  const headers = { 'Content-Length': String(Buffer.byteLength(body)), ...call.headers };
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', agent, method, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { statusCode: status = 0, headers: received } = response;
        resolve({ status, headers: received, body: Buffer.concat(parts).toString() });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
