import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { env, execPath } from 'node:process';

const project = join(import.meta.dirname, '../..');
/** How long a process may take to say that it is ready, in milliseconds. */
const patience = 60_000;

/** A script of the project that runs beside the journeys. */
export interface RunningScript {
  /** What it said on the line that `ready` matches: the first group. */
  said: string;
  /** Resolves when it is gone. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts a script on this Node and waits until its output matches `ready`. Rejects when it ends before. */
export async function startScript(
  [script, ...args]: [string, ...string[]],
  environment: Record<string, string>,
  ready: RegExp,
): Promise<RunningScript> {
  const child = spawn(execPath, [join(project, script), ...args], {
    cwd: project,
    env: { ...env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const killWithUs = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', killWithUs);
  const ended = gone.then(([code]: unknown[]) => {
    process.off('exit', killWithUs);
    return `${script} ended with ${String(code)} before it was ready.`;
  });
  const said = await firstMatch(child, ready, ended);
  return {
    said,
    async stop(signal) {
      child.kill(signal);
      await ended;
    },
  };
}

function firstMatch(child: ChildProcess, ready: RegExp, ended: Promise<string>): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`Not ready within ${patience} ms. It said: ${output}`));
    }, patience);
    child.stdout?.on('data', (data: Buffer) => {
      output += data.toString();
      const match = ready.exec(output);
      if (!match) return;
      clearTimeout(late);
      resolve(match[1] ?? '');
    });
    void ended.then((problem) => {
      clearTimeout(late);
      reject(new Error(problem));
    });
  });
}
