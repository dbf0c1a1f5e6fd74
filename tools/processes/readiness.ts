import { setTimeout as delay } from 'node:timers/promises';

/** Resolves when `url` answers with a success, asking every 100 ms; rejects only when `signal` is aborted. */
export async function answering(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const answer = await fetch(url, { signal }).catch(() => undefined); // refused: not up yet
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await delay(100, undefined, { signal });
  }
}
