import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const script = join(import.meta.dirname, '../../local/main.ts');
/** How long the stand-in may take to say that it is ready, in milliseconds. */
const patience = 60_000;

export interface RunningProcess {
  readonly url: string;
  /** Ends it and forgets its state. */
  stop(): Promise<void>;
}

/** Starts the stand-in as `npm run local` does, on a free port, with a state of its own and a clock that moves only when it is moved. */
export async function startStandIn(switches: Record<string, string>): Promise<RunningProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'presspass-conformance-'));
  const child = spawn(process.execPath, [script], {
    env: {
      ...process.env,
      EDGE_PORT: '0',
      PRESSPASS_DATA: folder,
      PRESSPASS_CLOCK: 'stopped',
      ...switches,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const killWithUs = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', killWithUs);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
    process.off('exit', killWithUs);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(child), stop };
  } catch (problem) {
    // Half a house would stay behind, and nobody would know of it.
    await stop();
    throw problem;
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => {
      reject(new Error(`The stand-in was not ready within ${patience} ms.`));
    }, patience);
    child.stdout?.on('data', (data: Buffer) => {
      said += data.toString();
      const [, url] = /ready.*: (http\S+)/.exec(said) ?? [];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url);
    });
    child.once('exit', () => {
      clearTimeout(late);
      reject(new Error('The stand-in ended before it was ready.'));
    });
  });
}
