import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';

/** A server in a process of its own. */
export interface ServerProcess {
  url: string;
  /** From starting the process to its first good answer, in seconds. */
  readySeconds: number;
  /** Resident memory at this moment, in MB (10⁶ bytes). */
  residentMb(): Promise<number>;
  stop(): Promise<void>;
}

/** What to run, and which path of it answers 200 once it is ready. */
export interface ServerScript {
  script: string;
  env?: NodeJS.ProcessEnv;
  /** Where it runs; this process's own folder unless said. */
  folder?: string;
  healthPath: string;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * Starts a script that prints its address on its first line. That is read instead of asking an
 * address again and again, which would take the processor away from what is measured.
 */
export async function startServer({
  script,
  env,
  folder,
  healthPath,
}: ServerScript): Promise<ServerProcess> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [script], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const exited = once(child, 'exit').then(() => {
    running.delete(child);
  });
  const url = await Promise.race([addressFrom(child), exited]);
  if (!url) throw new Error(`${script} ended before it was ready.`);
  const answer = await fetch(url + healthPath);
  await answer.text();
  const readySeconds = (performance.now() - startedAt) / 1000;
  if (answer.status !== 200) throw new Error(`${healthPath} of ${script}: ${answer.status}`);
  return {
    url,
    readySeconds,
    residentMb: () => residentMb(child.pid),
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let said = '';
    child.stdout?.on('data', (data: Buffer) => {
      said += data.toString();
      const [, url] = /(http:\/\/[\w.-]+:\d+)\D/.exec(said) ?? [];
      if (url) resolve(url);
    });
  });
}

/** /proc says it on Linux, where `ps` may be missing; elsewhere `ps` does. */
async function residentMb(pid = 0): Promise<number> {
  const kibibytes =
    process.platform === 'linux'
      ? /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]
      : spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  const bytes = Number(kibibytes) * 1024;
  if (!(bytes > 0)) throw new Error(`The memory of process ${pid} cannot be read here.`);
  return bytes / 1e6;
}
