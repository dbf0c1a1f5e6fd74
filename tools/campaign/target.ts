import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectRunning, runStandIn } from '../../local/testing/process.ts';
import { StartUpProblem } from '../processes/start-up-problem.ts';

/** The stand-in that a campaign is run against. */
export interface Target extends AsyncDisposable {
  url: string;
  /** Where it keeps its state; undefined where somebody else started it. */
  folder: string | undefined;
}

/** Starts a stand-in with a state of its own, unless one is named. */
export async function openTarget(given: string | undefined): Promise<Target> {
  if (given !== undefined) {
    return { url: given, folder: undefined, [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  const folder = await temporaryFolder();
  const standIn = expectRunning(await runStandIn(folder));
  const end = async (): Promise<void> => {
    await standIn.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  };
  return { url: standIn.url.replace('localhost', '127.0.0.1'), folder, [Symbol.asyncDispose]: end };
}

export const temporaryFolder = (): Promise<string> =>
  mkdtemp(join(tmpdir(), 'presspass-campaign-'));

/** Reads `--target`. Throws StartUpProblem for anything but this machine: a campaign is an attack. */
export function targetFrom(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname)) {
    return url.origin;
  }
  throw new StartUpProblem(
    `--target must be a stand-in on this machine, as http://localhost:4300, and is "${text}".`,
  );
}
