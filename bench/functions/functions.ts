import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildFunctionBundles } from '../../infra/functions/function-bundles.ts';
import type { Figure } from '../figure.ts';
import { startStandInProcess } from '../stand-in-process.ts';
import { median } from '../statistics.ts';
import { temporaryFolder } from '../workspace.ts';
import { firstRequestMs } from './cold-start.ts';
import { environmentAt, listNews, readMe, signIn } from './events.ts';

const bytesAllowed = 350_000;
const millisecondsAllowed = 250;

/** What Lambda gets, and how long a first request to it takes in a new environment. `rounds` is how often each is repeated. */
export async function measureFunctions(rounds: number): Promise<Figure[]> {
  const bundles = await buildFunctionBundles(await temporaryFolder('functions'));
  const sizes = bundles.map(({ operationId, bytes }): Figure => ({
    name: `function ${operationId}, bundled`,
    value: bytes,
    unit: 'bytes',
    limit: { of: 'value', atMost: bytesAllowed },
  }));
  const folders = new Map(bundles.map(({ operationId, folder }) => [operationId, folder]));
  return [...sizes, ...(await coldStarts(folders, rounds))];
}

/** One that uses neither, DynamoDB or Cognito; the other functions differ from one of these by a few kilobytes. */
const measured = { getMe: readMe, listNews, userSignIn: signIn };

/** Each in turn, so that a machine that grows busy slows all of them down. The time that the stand-in takes to answer a function counts. */
async function coldStarts(folders: ReadonlyMap<string, string>, rounds: number): Promise<Figure[]> {
  const standIn = await startStandInProcess(await temporaryFolder('state'));
  const env = await environmentAt(standIn.url);
  const empty = await emptyFunction();
  const starts = Object.entries(measured).map(([operationId, event]) => ({
    operationId,
    event,
    folder: folders.get(operationId) ?? '',
    ms: [] as number[],
  }));
  const emptyMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    emptyMs.push(await firstRequestMs({ folder: empty, event: listNews, env }));
    for (const start of starts) start.ms.push(await firstRequestMs({ ...start, env }));
  }
  await standIn.stop();
  const peer = { name: 'empty handler', value: median(emptyMs) };
  return starts.map(({ operationId, ms }) => ({
    name: `function ${operationId}: a new process's first answer`,
    value: median(ms),
    unit: 'ms',
    peer,
    limit: { of: 'difference', atMost: millisecondsAllowed },
  }));
}

async function emptyFunction(): Promise<string> {
  const folder = await temporaryFolder('empty-function');
  const code = 'export const handler = async () => ({ statusCode: 200 });\n';
  await writeFile(join(folder, 'index.mjs'), code);
  return folder;
}
