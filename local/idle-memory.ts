import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

/** How much longer than alive the heap may grow before V8 collects, in percent; by itself V8 allows several times as much. */
const growth = 50;

/** How often one looks whether there is anything to give back, in milliseconds. */
const interval = 15_000;

/** The share of one core below which a process has nothing to do. */
const idle = 0.05;

/** How much the process may have grown since memory was last given back, in bytes. */
const slack = 64 * 1024 * 1024;

/**
 * Keeps the process small, and gives memory back when a busy time is over: V8 collects when it allocates, so that an idle
 * process would keep what it took for its busiest moment.
 */
export function keepMemorySmall(): void {
  setFlagsFromString(`--heap-growing-percent=${String(growth)}`);
  let usage = process.cpuUsage();
  let least = process.memoryUsage.rss();
  setInterval(() => {
    const { user, system } = process.cpuUsage(usage);
    usage = process.cpuUsage();
    const rss = process.memoryUsage.rss();
    least = Math.min(least, rss);
    if ((user + system) / 1000 > idle * interval || rss < least + slack) return;
    collectGarbage();
    least = process.memoryUsage.rss();
  }, interval).unref();
}

/** By the debugger's own way in: Node has no other for a process that was started without `--expose-gc`. */
function collectGarbage(): void {
  const session = new Session();
  session.connect();
  session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}
