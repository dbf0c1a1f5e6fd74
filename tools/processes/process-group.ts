import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';

/** One of the processes that make up a command. */
export interface Member {
  /** As the person at the terminal knows it: "the stand-in". */
  name: string;
  script: string;
  args?: string[];
  env?: NodeJS.ProcessEnv;
  /** What to do with its standard output; its errors are always shown. */
  output: 'show' | 'drop';
}

const isWindows = process.platform === 'win32';
/** How long a process may take to end by itself, in milliseconds. */
const patience = 5_000;

/**
 * Processes that live and die together: when one ends, or this process is asked to end, all of them
 * are stopped, each with everything that it started.
 */
export class ProcessGroup {
  readonly #children = new Map<ChildProcess, string>();
  readonly #ending = new AbortController();
  readonly #ended = Promise.withResolvers<number>();

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        this.stop(0);
      });
    }
    // Not reached by a signal: a crash of this process must not leave the others behind.
    process.on('exit', () => {
      this.#signal('SIGKILL');
    });
  }

  /** Aborted as soon as the group begins to end. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** Resolves to the exit code once every process is gone: 0 when asked to end, else 1. */
  get ended(): Promise<number> {
    return this.#ended.promise;
  }

  /** Starts a script on this Node. */
  start({ name, script, args = [], env, output }: Member): void {
    const options: SpawnOptions = {
      stdio: ['ignore', output === 'show' ? 'inherit' : 'ignore', 'inherit'],
      env: { ...process.env, ...env },
      // A group of its own, so that it ends with its children, and only when this process says so.
      detached: !isWindows,
    };
    const child = spawn(process.execPath, [...process.execArgv, script, ...args], options);
    this.#children.set(child, name);
    child.on('exit', (code, signal) => {
      this.#left(child, code ?? signal ?? 'unknown');
    });
  }

  /** Ends all processes, then `ended` resolves to `exitCode`. */
  stop(exitCode: number): void {
    if (this.signal.aborted) return;
    this.#ending.abort();
    this.#ended.resolve(this.#allGone().then(() => exitCode));
  }

  #left(child: ChildProcess, how: number | string): void {
    const name = this.#children.get(child) ?? '';
    this.#signalOne(child, 'SIGKILL'); // what it may have left behind
    this.#children.delete(child);
    if (this.signal.aborted) return;
    console.error(`${name} has ended (${how}), so everything stops.`);
    this.stop(1);
  }

  async #allGone(): Promise<void> {
    const gone = [...this.#children.keys()].map(
      (child) => new Promise((resolve) => child.once('close', resolve)),
    );
    this.#signal('SIGTERM');
    const deadline = setTimeout(() => {
      this.#signal('SIGKILL');
    }, patience);
    await Promise.all(gone);
    clearTimeout(deadline);
  }

  #signal(signal: NodeJS.Signals): void {
    for (const child of this.#children.keys()) this.#signalOne(child, signal);
  }

  #signalOne(child: ChildProcess, signal: NodeJS.Signals): void {
    if (child.pid === undefined) return;
    if (isWindows) {
      spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
      return;
    }
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Nobody is left in that group, which is what was wanted.
    }
  }
}
