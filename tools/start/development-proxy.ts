/** What `ng serve` hands on to the stand-in for AWS, as CloudFront would to API Gateway. */
import type { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { apiPaths, configurationPath } from '../../infra/web/origin-paths.ts';
import { portsFrom } from '../processes/ports.ts';

const { edge } = portsFrom(process.env);

const message =
  `Nothing listens on port ${edge}, where the stand-in for AWS would be. ` +
  'Run `npm start` instead of `ng serve`, or `npm run local` beside it.';

/** Says what to do, where the development server would answer with an empty 500. */
function configure(proxy: EventEmitter): void {
  proxy.on('error', (_error, _request, response: ServerResponse | Socket) => {
    if (response instanceof Socket || response.headersSent) return;
    response.writeHead(503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify({ message }));
  });
}

export default Object.fromEntries(
  [...apiPaths, configurationPath].map((path) => [
    // A pattern, because a plain prefix would also catch /apiary.
    `^${path.replaceAll('.', '\\.')}(?=[/?]|$)`,
    { target: `http://127.0.0.1:${edge}`, changeOrigin: true, configure },
  ]),
);
