import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { Figure } from '../figure.ts';
import { startServer } from '../server-process.ts';
import type { ServerProcess } from '../server-process.ts';
import { median } from '../statistics.ts';
import { temporaryFolder } from '../workspace.ts';
import { doors, tokensPath } from './doors.ts';
import type { Door, Tokens } from './doors.ts';

const script = fileURLToPath(new URL('doors-server.ts', import.meta.url));
const largestRatio = 1.15;

/** How many requests each door gets: first unmeasured ones, then measured ones. */
export interface Requests {
  warmUp: number;
  measured: number;
}

interface Passage {
  door: Door;
  headers: Record<string, string>;
  /** Milliseconds, one per request. */
  times: number[];
}

/** What an authorizer adds to a GET whose handler does next to nothing, so that it shows as much as it can. */
export async function measureAuthorizer(requests: Requests): Promise<Figure[]> {
  const PRESSPASS_DATA = await temporaryFolder('doors');
  const server = await startServer({ script, env: { PRESSPASS_DATA }, healthPath: tokensPath });
  const tokens = (await (await fetch(server.url + tokensPath)).json()) as Tokens;
  const passages = doors.map((door): Passage => {
    const { token } = door;
    return { door, headers: token === 'none' ? {} : { Authorization: tokens[token] }, times: [] };
  });
  await passInTurn(server, passages, requests.warmUp);
  for (const { times } of passages) times.length = 0;
  await passInTurn(server, passages, requests.measured);
  await server.stop();
  return passages.flatMap((passage) => figureOf(passage, passages));
}

/** One request at a time, the doors in turn, so that whatever else the machine does meets all of them. */
async function passInTurn(
  { url }: ServerProcess,
  passages: readonly Passage[],
  rounds: number,
): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < passages.length; turn += 1) {
      const passage = passages[(round + turn) % passages.length];
      if (passage) passage.times.push(await passingTime(agent, url, passage));
    }
  }
  agent.destroy();
}

/** Milliseconds from sending to the last byte. Rejects when the handler was not reached. */
async function passingTime(agent: Agent, url: string, { door, headers }: Passage): Promise<number> {
  const sentAt = performance.now();
  const status = await new Promise<number | undefined>((resolve, reject) => {
    get(url + door.path, { agent, headers }, (response) => {
      response.resume();
      response.on('end', () => {
        resolve(response.statusCode);
      });
      response.on('error', reject);
    }).on('error', reject);
  });
  const time = performance.now() - sentAt;
  if (status !== 200) throw new Error(`GET ${door.path} answered ${status}`);
  return time;
}

const tokenNames = { IdToken: 'ID token', AccessToken: 'access token with a scope' };

function figureOf({ door, times }: Passage, all: readonly Passage[]): Figure[] {
  const { kind, token } = door;
  const open = all.find((other) => other.door.kind === kind && other.door.token === 'none');
  if (token === 'none' || !open) return [];
  return [
    {
      name: `GET past the authorizer of ${kind}, ${tokenNames[token]}, median`,
      value: median(times),
      unit: 'ms',
      peer: { name: 'the same GET unprotected', value: median(open.times) },
      limit: { of: 'ratio', atMost: largestRatio },
    },
  ];
}
