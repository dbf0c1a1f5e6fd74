/** How long stories on their way may take after Ctrl-C, in milliseconds. */
const grace = 2000;

/** Two signals: `stop` at Ctrl-C (or `kill`, or a closed terminal), and `abandon` a moment later. */
export function interruption(): { stop: AbortSignal; abandon: AbortSignal } {
  const [stop, abandon] = [new AbortController(), new AbortController()];
  const end = (): void => {
    stop.abort();
    // The terminal and the process above may both tell: the first one counts.
    setTimeout(() => {
      abandon.abort();
    }, grace).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  return { stop: stop.signal, abandon: abandon.signal };
}
