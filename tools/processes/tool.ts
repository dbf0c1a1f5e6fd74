import { spawn } from 'node:child_process';

export interface ToolRun {
  code: number;
  /** Everything it printed, in order; empty when it printed straight to the terminal. */
  output: string;
}

export interface ToolOptions {
  env?: NodeJS.ProcessEnv;
  /** Where it runs; this process's own folder unless said. */
  folder?: string;
  /** `show` prints live, `keep` collects. */
  output: 'show' | 'keep';
}

/** Runs a script on this Node until it ends. A tool that a signal ended has failed. */
export function runTool(script: string, args: string[], options: ToolOptions): Promise<ToolRun> {
  const isShown = options.output === 'show';
  const child = spawn(process.execPath, [...process.execArgv, script, ...args], {
    cwd: options.folder,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
  });
  const end = (signal: NodeJS.Signals): void => {
    child.kill(signal);
    process.exitCode = 1;
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, end);
  return new Promise((resolve, reject) => {
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => {
      for (const signal of signals) process.off(signal, end);
      resolve({ code: code ?? 1, output });
    });
  });
}
