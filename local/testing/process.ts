import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** A stand-in in a process of its own, as people run it. Tests only. */
export interface RunningStandIn {
  url: string;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>;
  /** How it ended by itself. */
  ended(): Promise<FailedStart>;
}

/** How a stand-in ended that did not start, or did not go on. */
export interface FailedStart {
  exitCode: number | null;
  said: string;
}

/** Starts `main.ts` on a free port, unless the environment names one. */
export async function runStandIn(
  folder: string,
  environment: Record<string, string> = {},
): Promise<RunningStandIn | FailedStart> {
  const env = { ...process.env, EDGE_PORT: '0', PRESSPASS_DATA: folder, ...environment };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const exited = exitOf(child);
  const ready = new Promise<string>((resolve) => {
    let shown = '';
    child.stdout.on('data', (data: Buffer) => {
      // A line may come in two.
      shown += data.toString();
      const [, url] = /ready.*: (http\S+)\n/.exec(shown) ?? [];
      if (url) resolve(url);
    });
  });
  const outcome = await Promise.race([ready, exited]);
  if (typeof outcome !== 'string') return { exitCode: outcome, said };
  return {
    url: outcome,
    kill: (signal) => {
      child.kill(signal);
      return exited;
    },
    ended: async () => ({ exitCode: await exited, said }),
  };
}

export function expectRunning(outcome: RunningStandIn | FailedStart): RunningStandIn {
  if ('url' in outcome) return outcome;
  throw new Error(`The stand-in did not start: ${outcome.said}`);
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}
