import { type ChildProcess, spawn } from 'node:child_process';
import { SourceChanges } from './source-changes.ts';

/** A process that is started anew when its sources change. */
export interface Restarted {
  /** As the person at the terminal knows it: "The stand-in for AWS". */
  name: string;
  script: string;
  args: string[];
  /** The folders of its sources. */
  folders: readonly string[];
}

/** How long a process may take to end by itself, in milliseconds. */
const patience = 5_000;

/**
 * Runs a script that sends `ready` to whoever has started it, and starts it anew when a source changes, one after the other: the
 * first has let go of its port and its state before the second begins. One that does not start says why, and the next change
 * starts it again. Resolves to the exit code: 0 when this process is asked to end, else that of a script that has ended by itself.
 */
export async function runRestarting(restarted: Restarted): Promise<number> {
  const told = Promise.withResolvers<'told'>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      told.resolve('told');
    });
  }
  const changes = new SourceChanges(restarted.folders);
  let run = new Run(restarted);
  for (let changed: string[] = []; ;) {
    const isReady = await Promise.race([run.ready, told.promise]);
    // The first start speaks for itself.
    if (isReady === false && changed.length === 0) return run.ended;
    if (isReady !== 'told' && changed.length > 0) console.error(wordsFor(restarted, changed, run));
    const ending = isReady === true ? [run.ended] : [];
    const next = await Promise.race([told.promise, ...ending, changes.next()]);
    if (typeof next === 'number') return next;
    await run.stop();
    if (next === 'told') return 0;
    changed = next;
    run = new Run(restarted);
  }
}

function wordsFor({ name }: Restarted, [first = '', ...more]: string[], run: Run): string {
  const what = more.length === 0 ? `${first} has` : `${first} and ${more.length} more files have`;
  return run.secondsToReady === undefined
    ? `${what} changed, and ${name} does not start with that: see above. The next change starts it again.`
    : `${what} changed: ${name} has started again (${run.secondsToReady.toFixed(1)} s), with its state.`;
}

/** One run of the script. */
class Run {
  /** Whether it became ready before it ended. */
  readonly ready: Promise<boolean>;
  readonly ended: Promise<number>;
  /** How long that took; undefined until then. */
  secondsToReady: number | undefined;
  readonly #child: ChildProcess;

  constructor({ script, args }: Restarted) {
    const began = performance.now();
    this.#child = spawn(process.execPath, [...process.execArgv, script, ...args], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.ended = new Promise((resolve) => {
      this.#child.once('exit', (code) => {
        resolve(code ?? 1);
      });
    });
    const becameReady = new Promise<boolean>((resolve) => {
      this.#child.on('message', (message) => {
        if (message !== 'ready') return;
        this.secondsToReady = (performance.now() - began) / 1000;
        resolve(true);
      });
    });
    this.ready = Promise.race([becameReady, this.ended.then(() => false)]);
  }

  /** Resolves when it is gone. */
  async stop(): Promise<void> {
    const deadline = setTimeout(() => this.#child.kill('SIGKILL'), patience);
    this.#child.kill('SIGTERM');
    await this.ended;
    clearTimeout(deadline);
  }
}
