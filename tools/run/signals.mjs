import process from 'node:process';

/** What asks a command to end: Ctrl-C, `kill`, a closed terminal. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Hands the signals that ask this process to end to `child`. Call the result to stop doing so. */
export function forwardSignals(child) {
  // A Windows console tells every process in it; kill() there would not let the child clean up.
  const forward = (signal) => process.platform !== 'win32' && child.kill(signal);
  for (const signal of endings) process.on(signal, forward);
  return () => {
    for (const signal of endings) process.off(signal, forward);
  };
}
