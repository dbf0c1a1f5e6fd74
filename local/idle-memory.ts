import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';

/** How much longer than alive the heap may grow before V8 collects, in percent; by itself V8 allows several times as much. */
const growth = 50;

/** The share of one core below which a process has nothing to do. */
const idle = 0.05;

/** How much the process may have grown since memory was last given back, in bytes. */
const slack = 64 * 1024 * 1024;

/**
 * Keeps the process small, and gives memory back when a busy time is over: V8 collects when it allocates, so that an idle
 * process would keep what it took for its busiest moment. `interval` says how often one looks, in milliseconds.
 */
export function keepMemorySmall(interval = 15_000): void {
  setFlagsFromString(`--heap-growing-percent=${String(growth)}`);
  let usage = process.cpuUsage();
  let least = process.memoryUsage.rss();
  const look = async (): Promise<void> => {
    const { user, system } = process.cpuUsage(usage);
    usage = process.cpuUsage();
    const rss = process.memoryUsage.rss();
    least = Math.min(least, rss);
    if ((user + system) / 1000 > idle * interval || rss < least + slack) return;
    await collectGarbage();
    least = process.memoryUsage.rss();
  };
  setInterval(() => void look(), interval).unref();
}

/** By the debugger's own way in: Node has no other for a process that was started without `--expose-gc`. */
async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}
