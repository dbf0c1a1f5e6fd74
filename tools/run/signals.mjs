import process from 'node:process';
import { clearInterval, setInterval } from 'node:timers';

/** What asks a command to end: Ctrl-C, `kill`, a closed terminal. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Hands the signals that ask this process to end to `child`. Call the result to stop doing so. */
export function forwardSignals(child) {
  // A Windows console tells every process in it; kill() there would not let the child clean up.
  const forward = (signal) => process.platform !== 'win32' && child.kill(signal);
  for (const signal of endings) process.on(signal, forward);
  const watch = watchNpm(() => child.kill('SIGTERM'));
  return () => {
    for (const signal of endings) process.off(signal, forward);
    clearInterval(watch);
  };
}

/**
 * Calls `onEnd` when npm, which has started this process, is gone. A SIGTERM to npm reaches only the
 * shell in between, which dies of it without a word to us.
 */
function watchNpm(onEnd) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const look = () => process.ppid !== parent && onEnd();
  return setInterval(look, 500).unref();
}
