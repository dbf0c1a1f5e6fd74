import { buffer } from 'node:stream/consumers';
import { startServer } from '../../testing/server.ts';
import type { TestServer } from '../../testing/server.ts';

/** What a fault may do: change a request, or answer it with a status of its own. Sees every answer too. */
export interface Fault {
  onRequest?: (text: string) => string | number;
  onAnswer?: (text: string) => void;
}

/** Stands in front of a stand-in and has a fault. Tests only. */
export function startFaultyProxy(
  target: string,
  { onRequest, onAnswer }: Fault,
): Promise<TestServer> {
  return startServer((request, response) => {
    void (async () => {
      const body = (await buffer(request)).toString();
      const { authorization = '', ...others } = request.headers;
      // One text, so that a fault is the same wherever a token comes in.
      const seen = onRequest?.([request.url, authorization, body].join('\n')) ?? '';
      if (typeof seen === 'number') {
        response.writeHead(seen).end('{"message":"A fault"}');
        return;
      }
      const [path = '', token = '', ...rest] = seen.split('\n');
      const headers = new Headers();
      for (const name of ['content-type', 'x-amz-target', 'x-amz-date', 'cookie', 'origin']) {
        const value = others[name];
        if (typeof value === 'string') headers.set(name, name === 'origin' ? target : value);
      }
      if (token !== '') headers.set('Authorization', token);
      const method = request.method ?? 'GET';
      const hasBody = method !== 'GET' && method !== 'HEAD';
      const init = {
        method,
        headers,
        body: hasBody ? rest.join('\n') : null,
        redirect: 'manual',
      } as const;
      const answer = await fetch(target + path, init);
      const text = await answer.text();
      onAnswer?.(text);
      response.statusCode = answer.status;
      for (const name of ['content-type', 'location', 'set-cookie', 'www-authenticate']) {
        const value = answer.headers.get(name);
        if (value !== null) response.setHeader(name, value);
      }
      response.end(text);
    })().catch(() => {
      // What fetch does not send on is not what the test is about.
      response.writeHead(400).end();
    });
  });
}
