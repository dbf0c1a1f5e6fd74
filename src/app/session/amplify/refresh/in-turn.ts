/** Milliseconds after which a tab no longer waits for the one that is ahead of it. */
const patience = 15_000;

/** Milliseconds by which tabs lose their patience one after the other, so that the first to go brings tokens for all. */
const spread = 4_000;

/**
 * Runs `work` while no other tab runs what has the same `name`; without Web Locks, at once. A tab that
 * dies gives its turn back by itself. From one that hangs the turn is taken: it may then end what it
 * began, beside `work`.
 */
export async function inTurn<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  // Not in a page without TLS.
  const locks = (navigator as Partial<Navigator>).locks;
  if (!locks) return work();
  const turn = new Turn(work);
  const signal = AbortSignal.timeout(patience + Math.random() * spread);
  try {
    await locks.request(name, { signal }, turn.take);
  } catch {
    // Taken from us while we worked: the work goes on. Not given to us in time: now we take it.
    if (!turn.hasBegun)
      await locks.request(name, { steal: true }, turn.take).catch(() => undefined);
  }
  return turn.result;
}

/** Work that is told apart from the lock around it, which another tab can take away. */
class Turn<Value> {
  private readonly work: () => Promise<Value>;
  private begun: Promise<Value> | undefined;

  constructor(work: () => Promise<Value>) {
    this.work = work;
  }

  get hasBegun(): boolean {
    return this.begun !== undefined;
  }

  get result(): Promise<Value> {
    return this.begun ?? this.work();
  }

  readonly take = async (): Promise<void> => {
    this.begun = this.work();
    // The lock only wants to know when it is over.
    await this.begun.catch(() => undefined);
  };
}
