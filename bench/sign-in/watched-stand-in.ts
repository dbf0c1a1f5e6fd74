/** The stand-in with a second door that says how much memory is in use, once what can be freed has been. */
import { env, memoryUsage } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sendJson, sendText } from '../../local/http/reply.ts';
import { listen } from '../../local/http/server.ts';
import { startStandIn } from '../../local/stand-in.ts';
import { healthPath, memoryPath } from './watch-paths.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const standIn = await startStandIn({
  folder: env['PRESSPASS_DATA'] ?? '',
  port: 0,
  articles: 'none',
});
const { port } = await listen(0, (request, response) => {
  if (request.url === healthPath) sendJson(response, 200, { url: standIn.url });
  else if (request.url === memoryPath) {
    collectGarbage();
    sendJson(response, 200, { heapMb: memoryUsage().heapUsed / 1e6 });
  } else sendText(response, 404, 'There is nothing here.');
});
console.log(`http://127.0.0.1:${port}`);
