import { readBody } from '../http/body.ts';
import { listen } from '../http/server.ts';

/** A door in front of another one, which keeps what passes. Tests only. */
export interface Recorder {
  url: string;
  /** The bodies of the requests so far, as they were sent. */
  bodies: string[];
  close(): Promise<void>;
}

/** Hands every POST on to `target` and its answer back. */
export async function startRecorder(target: string): Promise<Recorder> {
  const bodies: string[] = [];
  const server = await listen(0, (request, response) => {
    void (async () => {
      const body = await readBody(request, response, 1024 * 1024);
      bodies.push(body.toString());
      const headers = new Headers();
      for (const name of ['content-type', 'x-amz-target', 'authorization']) {
        headers.set(name, String(request.headers[name] ?? ''));
      }
      const answer = await fetch(target, { method: 'POST', headers, body: new Uint8Array(body) });
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  const url = `http://127.0.0.1:${String(server.port)}`;
  return { url, bodies, close: () => server.close() };
}
