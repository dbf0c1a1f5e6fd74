import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import type { Figure } from '../figure.ts';
import type { ServerProcess } from '../server-process.ts';
import { startStandInProcess } from '../stand-in-process.ts';
import { median, percentile } from '../statistics.ts';
import { temporaryFolder } from '../workspace.ts';
import { publishHistory } from './history.ts';

const sizes = [100, 10_000, 100_000];
const pageSize = 20;
const largestRatio = 1.5;

/** How many requests each paper gets: first unmeasured ones, then measured ones. */
export interface Requests {
  warmUp: number;
  measured: number;
}

interface Paper {
  size: number;
  server: ServerProcess;
  /** Milliseconds, one per request. */
  times: number[];
}

/** `GET /news`, its first page, on papers of different sizes: edge, gateway, handler, store and table over real HTTP. */
export async function measureNewsList(requests: Requests): Promise<Figure[]> {
  const papers: Paper[] = [];
  for (const size of sizes) papers.push(await openPaper(size));
  await readInTurn(papers, requests.warmUp);
  for (const { times } of papers) times.length = 0;
  await readInTurn(papers, requests.measured);
  await Promise.all(papers.map(({ server }) => server.stop()));

  const smallest = papers[0];
  return papers.flatMap((paper) => figuresOf(paper, paper === smallest ? undefined : smallest));
}

async function openPaper(size: number): Promise<Paper> {
  const folder = await temporaryFolder('paper');
  await publishHistory(folder, size);
  return { size, server: await startStandInProcess(folder), times: [] };
}

/** One request at a time, each paper in turn, so that whatever else the machine does meets all of them. */
async function readInTurn(papers: readonly Paper[], rounds: number): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < papers.length; turn += 1) {
      const paper = papers[(round + turn) % papers.length];
      paper?.times.push(await readingTime(agent, paper.server.url));
    }
  }
  agent.destroy();
}

/** Milliseconds from sending to the last byte of a first page. Rejects when that is not a full page. */
async function readingTime(agent: Agent, url: string): Promise<number> {
  const sentAt = performance.now();
  const body = await new Promise<string>((resolve, reject) => {
    get(`${url}/api/news?limit=${pageSize}`, { agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve(Buffer.concat(parts).toString());
      });
      response.on('error', reject);
    }).on('error', reject);
  });
  const time = performance.now() - sentAt;
  const { items } = JSON.parse(body) as { items?: unknown[] };
  if (items?.length !== pageSize) throw new Error(`GET /news answered ${body.slice(0, 200)}`);
  return time;
}

function figuresOf({ size, times }: Paper, smallest: Paper | undefined): Figure[] {
  const count = (articles: number): string => `${articles.toLocaleString('en-GB')} articles`;
  const figure = (name: string, sum: (numbers: number[]) => number): Figure => ({
    name: `GET /news at ${count(size)}, ${name}`,
    value: sum(times),
    unit: 'ms',
    ...(smallest && { peer: { name: count(smallest.size), value: sum(smallest.times) } }),
  });
  const middle = figure('median', median);
  if (size === sizes.at(-1)) middle.limit = { of: 'ratio', atMost: largestRatio };
  return [middle, figure('95th percentile', (numbers) => percentile(numbers, 0.95))];
}
