import { Agent, get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Figure } from '../figure.ts';
import { publishHistory } from '../news-list/history.ts';
import { startServer } from '../server-process.ts';
import type { ServerProcess } from '../server-process.ts';
import { startStandInProcess } from '../stand-in-process.ts';
import { temporaryFolder } from '../workspace.ts';

const pageSize = 100;
const emptyServer = fileURLToPath(new URL('../start-up/empty-server.ts', import.meta.url));

/** How long the process has to give memory back, in milliseconds. */
const restTime = 60_000;
const megabytesAllowed = 500;
/** Between two looks at the memory, in milliseconds. */
const lookTime = 50;

/** In MB (10⁶ bytes). */
interface Memory {
  before: number;
  peak: number;
  after: number;
}

/** What `local/` takes for many lists at once, and keeps a minute later. `parallel` is how many. */
export async function measureMemory(parallel: number): Promise<Figure[]> {
  const folder = await temporaryFolder('paper');
  await publishHistory(folder, pageSize);
  const standIn = await startStandInProcess(folder);
  const empty = await startServer({ script: emptyServer, healthPath: '/' });
  const memory = {
    empty: await memoryUnder(empty, '/', parallel),
    standIn: await memoryUnder(standIn, `/api/news?limit=${pageSize}`, parallel),
  };
  await Promise.all([empty.stop(), standIn.stop()]);

  const lists = `${parallel.toLocaleString('en-GB')} lists of ${pageSize} at once`;
  const figure = (name: string, moment: keyof Memory): Figure => ({
    name: `local/ resident memory, ${name}`,
    value: memory.standIn[moment],
    unit: 'MB',
    peer: { name: 'empty Node HTTP server, as many requests', value: memory.empty[moment] },
  });
  return [
    figure(`before ${lists}`, 'before'),
    {
      ...figure(`at most during ${lists}`, 'peak'),
      limit: { of: 'value', atMost: megabytesAllowed },
    },
    figure(`a minute after ${lists}`, 'after'),
  ];
}

async function memoryUnder(server: ServerProcess, path: string, parallel: number): Promise<Memory> {
  const before = await server.residentMb();
  const underWay = new AbortController();
  const peak = highestMb(server, underWay.signal);
  const agent = new Agent({ keepAlive: false });
  await Promise.all(Array.from({ length: parallel }, () => expectAnswer(agent, server.url + path)));
  underWay.abort();
  const during = await peak;
  await delay(restTime);
  return { before, peak: during, after: await server.residentMb() };
}

async function highestMb(server: ServerProcess, until: AbortSignal): Promise<number> {
  let highest = 0;
  while (!until.aborted) {
    highest = Math.max(highest, await server.residentMb());
    await delay(lookTime);
  }
  return highest;
}

/** Resolves when an answer of 200 is there as a whole. */
function expectAnswer(agent: Agent, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response
        .resume()
        .on('error', reject)
        .on('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`${url} answered ${response.statusCode}`));
        });
    }).on('error', reject);
  });
}
