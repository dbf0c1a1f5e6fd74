/** Longer than anything takes on a busy machine, and less than Karma gives a whole spec: milliseconds. */
const patience = 20_000;

/**
 * Looks again and again until `isSo` holds for what `look` sees, and resolves to that; without `isSo`, until it sees
 * anything at all. Rejects after `deadline` milliseconds, with what it waited for and what it saw last.
 */
export async function eventually<Seen>(
  waitedFor: string,
  look: () => Seen,
  { isSo = Boolean, deadline = patience }: Options<Awaited<Seen>> = {},
): Promise<NonNullable<Awaited<Seen>>> {
  // Not by `Date`, which specs set.
  const end = performance.now() + deadline;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen as NonNullable<Awaited<Seen>>;
    if (performance.now() > end) {
      throw new Error(
        `Waited ${String(deadline / 1_000)} s for ${waitedFor}; seen last: ${String(seen)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}

interface Options<Seen> {
  readonly isSo?: (seen: Seen) => boolean;
  /** In milliseconds. */
  readonly deadline?: number;
}
