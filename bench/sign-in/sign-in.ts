import { fileURLToPath } from 'node:url';
import type { Figure } from '../figure.ts';
import { startServer } from '../server-process.ts';
import type { ServerProcess } from '../server-process.ts';
import { median, percentile } from '../statistics.ts';
import { temporaryFolder } from '../workspace.ts';
import { cognitoLocal, startCognitoLocal } from './cognito-local.ts';
import { signInAtOnce, signInInTurn } from './sign-ins.ts';
import type { Tally } from './sign-ins.ts';
import { byPassword, bySrp, readerOf } from './sign-in-ways.ts';
import { healthPath, memoryPath } from './watch-paths.ts';

const script = fileURLToPath(new URL('watched-stand-in.ts', import.meta.url));
const atOnce = 50;
const largestGrowth = 1.1;

/** How many sign-ins of each kind: first unmeasured ones, then measured ones. */
export interface SignIns {
  warmUp: number;
  measured: number;
  /**
   * So many more by password come before the memory is read. Node takes memory from the system in a few large steps, the last one
   * after about 7,000 sign-ins, and keeps it; from there on it stays the same, as it did up to 22,000.
   */
  settling: number;
}

/** Sign-ins at the stand-in beside those at cognito-local, which knows no SRP, and what they leave in memory. */
export async function measureSignIn({ warmUp, measured, settling }: SignIns): Promise<Figure[]> {
  const PRESSPASS_DATA = await temporaryFolder('state');
  const server = await startServer({ script, env: { PRESSPASS_DATA }, healthPath });
  const { url } = (await (await fetch(server.url + healthPath)).json()) as { url: string };
  const { server: peer, ...account } = await startCognitoLocal();
  const srp = bySrp(readerOf(url, 'presspass-web'));
  const password = byPassword(readerOf(url, 'presspass-cli'));
  const peers = byPassword({ ...account, url: peer.url });

  const ways = [srp, password, peers];
  await signInInTurn(ways, warmUp);
  for (const way of ways) await signInAtOnce(way, warmUp, atOnce);
  await signInAtOnce(password, settling, atOnce);
  const before = await memoryOf(server);

  const inTurn = await signInInTurn(ways, measured);
  const together: Tally[] = [];
  for (const way of ways) together.push(await signInAtOnce(way, measured, atOnce));
  const after = await memoryOf(server);
  await Promise.all([server.stop(), peer.stop()]);
  return [
    ...figuresOf('one after another', measured, inTurn),
    ...figuresOf(`${atOnce} at once`, measured, together),
    ...memoryFigures(before, after, { earlier: 4 * warmUp + settling, later: 4 * measured }),
  ];
}

function figuresOf(manner: string, count: number, [srp, password, peers]: Tally[]): Figure[] {
  const named = (way: string): string =>
    `${count.toLocaleString('en-GB')} sign-ins by ${way}, ${manner}`;
  return [...timesOf(named('SRP'), srp, peers), ...timesOf(named('password'), password, peers)];
}

function timesOf(name: string, tally: Tally | undefined, peers: Tally | undefined): Figure[] {
  if (!tally || !peers) return [];
  if (tally.firstError) console.error(`${name}: ${tally.firstError}`);
  const figure = (what: string, sum: (numbers: number[]) => number): Figure => ({
    name: `${name}, ${what}`,
    value: sum(tally.times),
    unit: 'ms',
    peer: { name: `${cognitoLocal}, password`, value: sum(peers.times) },
  });
  return [
    {
      name,
      value: tally.errors,
      unit: 'errors',
      limit: { of: 'value', atMost: 0 },
    },
    figure('median', median),
    figure('95th percentile', (numbers) => percentile(numbers, 0.95)),
  ];
}

interface Memory {
  heapMb: number;
  residentMb: number;
}

async function memoryOf(server: ServerProcess): Promise<Memory> {
  const { heapMb } = (await (await fetch(server.url + memoryPath)).json()) as { heapMb: number };
  return { heapMb, residentMb: await server.residentMb() };
}

/** Flat means: no more in use after many sign-ins than before them. */
function memoryFigures(
  before: Memory,
  after: Memory,
  signIns: { earlier: number; later: number },
): Figure[] {
  const sum = (count: number): string => `${count.toLocaleString('en-GB')} sign-ins`;
  const figure = (what: string, name: keyof Memory): Figure => ({
    name: `local/ ${what} after ${sum(signIns.earlier + signIns.later)}`,
    value: after[name],
    unit: 'MB',
    peer: { name: `after ${sum(signIns.earlier)}`, value: before[name] },
    limit: { of: 'ratio', atMost: largestGrowth },
  });
  return [figure('JavaScript heap', 'heapMb'), figure('resident memory', 'residentMb')];
}
