import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { behaviourOf } from '../../infra/web/behaviours.ts';
import { configurationPath } from '../../infra/web/origin-paths.ts';
import { responseHeaders } from '../../infra/web/response-headers.ts';
import { readBuiltFiles } from './built-files.ts';
import { respondWithFile } from './file-response.ts';
import { openOriginProxy } from './origin-proxy.ts';

export interface PreviewOptions {
  /** The production build. */
  folder: string;
  /** On 127.0.0.1; 0 takes any that is free. */
  port: number;
  /** Where the APIs and the configuration come from, and the user pool's endpoint for the browser. */
  origin: string;
  /** How long the origin may take to begin its answer, in milliseconds; CloudFront's own default is 30 s. */
  originTimeoutMs?: number;
}

export interface Preview {
  port: number;
  close(): Promise<void>;
}

/** Serves the production build as CloudFront would, with the back end behind the same origin. */
export async function openPreview(options: PreviewOptions): Promise<Preview> {
  const { folder, port, origin, originTimeoutMs = 30_000 } = options;
  const files = await readBuiltFiles(folder);
  const headers = responseHeaders({ userPoolEndpoint: origin, scheme: 'http' });
  const proxy = openOriginProxy(new URL(origin), originTimeoutMs);

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const path = requestPath(request.url ?? '/');
    const { origin: answering, link } = behaviourOf(path);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (link) response.setHeader('link', link);
    // The configuration is a file on AWS, which the deployment writes; here the stand-in has it.
    const isFile = answering === 'files' && path !== configurationPath;
    if (isFile) respondWithFile(files, path, request, response);
    else proxy.forward(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      proxy.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The path as it was sent, without the query: it is only ever compared, never opened. */
function requestPath(url: string): string {
  return url.split('?', 1)[0] ?? '/';
}
