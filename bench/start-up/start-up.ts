import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Figure } from '../figure.ts';
import { startServer } from '../server-process.ts';
import type { ServerProcess } from '../server-process.ts';
import { startStandInProcess } from '../stand-in-process.ts';
import { median } from '../statistics.ts';
import { temporaryFolder } from '../workspace.ts';

const emptyServer = fileURLToPath(new URL('empty-server.ts', import.meta.url));
const startEmptyServer = (): Promise<ServerProcess> =>
  startServer({ script: emptyServer, healthPath: '/' });

/** How long a process is left alone before its memory is read, in milliseconds. */
const idleTime = 10_000;
const secondsAllowed = 1;
const megabytesAllowed = 250;

/** How fast `local/` is ready, and what it keeps in memory. `rounds` is how often each start is repeated. */
export async function measureStartUp(rounds: number): Promise<Figure[]> {
  const seconds = await startSeconds(rounds);
  const memory = await idleMemory(rounds);
  const peer = { name: 'empty Node HTTP server', value: median(seconds.empty) };
  const ready = (start: string, measured: number[]): Figure => ({
    name: `local/ ready, ${start}`,
    value: median(measured),
    unit: 's',
    peer,
    limit: { of: 'value', atMost: secondsAllowed },
  });
  return [
    ready('first start, nothing compiled yet', seconds.uncompiled),
    ready('first start, empty folder', seconds.first),
    ready('later start', seconds.later),
    {
      name: 'local/ resident memory when idle',
      value: median(memory.standIn),
      unit: 'MB',
      peer: { name: 'empty Node HTTP server', value: median(memory.empty) },
      limit: { of: 'value', atMost: megabytesAllowed },
    },
  ];
}

/** One after the other, so that a machine that grows busy slows all of them down. */
async function startSeconds(
  rounds: number,
): Promise<Record<'empty' | 'uncompiled' | 'first' | 'later', number[]>> {
  // Fills Node's compile cache, which outlives the state folder.
  await secondsOf(startStandInProcess(await temporaryFolder('state')));
  const seconds = { empty: [], uncompiled: [], first: [], later: [] } as Record<
    'empty' | 'uncompiled' | 'first' | 'later',
    number[]
  >;
  for (let round = 0; round < rounds; round += 1) {
    const state = await temporaryFolder('state');
    const uncompiled = { NODE_DISABLE_COMPILE_CACHE: '1' };
    seconds.empty.push(await secondsOf(startEmptyServer()));
    seconds.uncompiled.push(
      await secondsOf(startStandInProcess(await temporaryFolder('state'), uncompiled)),
    );
    seconds.first.push(await secondsOf(startStandInProcess(state)));
    seconds.later.push(await secondsOf(startStandInProcess(state)));
  }
  return seconds;
}

async function secondsOf(starting: Promise<ServerProcess>): Promise<number> {
  const server = await starting;
  await server.stop();
  return server.readySeconds;
}

/** After a first start, which has to make everything and so leaves more behind than a later one. All idle at once: idle takes no processor. */
async function idleMemory(rounds: number): Promise<Record<'empty' | 'standIn', number[]>> {
  const empty: ServerProcess[] = [];
  const standIn: ServerProcess[] = [];
  for (let round = 0; round < rounds; round += 1) {
    empty.push(await startEmptyServer());
    standIn.push(await startStandInProcess(await temporaryFolder('state')));
  }
  await delay(idleTime);
  const measured = {
    empty: await Promise.all(empty.map((server) => server.residentMb())),
    standIn: await Promise.all(standIn.map((server) => server.residentMb())),
  };
  await Promise.all([...empty, ...standIn].map((server) => server.stop()));
  return measured;
}
