/** A write that may meet another one. */
export interface Write<Stage> {
  name: string;
  /** Resolves to how it was answered, without what differs from time to time: ids, times, tokens. */
  perform: (stage: Stage) => Promise<string>;
}

/** Writes that may meet at one thing, and how that is made and looked at. */
export interface Arena<Stage> {
  name: string;
  make: () => Promise<Stage>;
  writes: readonly Write<Stage>[];
  /** What is there in the end, again without what differs from time to time. */
  look: (stage: Stage) => Promise<string>;
}

/** The parts of an arena that do not tell what it is about. */
export interface Race {
  /** "a user: DeleteUser and ChangePassword" */
  name: string;
  arena: string;
  /** One write after the other, on something new. */
  serial: (order: 'first' | 'second') => Promise<string>;
  /** Both at the same time, the second so many milliseconds later, or earlier. */
  together: (delay: number) => Promise<string>;
}

/** Every pair of writes, each with itself as well. */
export function racesIn<Stage>(arena: Arena<Stage>): Race[] {
  const { writes, name } = arena;
  return writes.flatMap((a, index) =>
    writes.slice(index).map((b) => ({
      name: `${name}: ${a.name} and ${b.name}`,
      arena: name,
      serial: (order) => serial(arena, a, b, order),
      together: (delay) => together(arena, a, b, delay),
    })),
  );
}

async function serial<Stage>(
  { make, look }: Arena<Stage>,
  a: Write<Stage>,
  b: Write<Stage>,
  order: 'first' | 'second',
): Promise<string> {
  const stage = await make();
  if (order === 'first') {
    const first = await a.perform(stage);
    return outcome(first, await b.perform(stage), await look(stage));
  }
  const second = await b.perform(stage);
  return outcome(await a.perform(stage), second, await look(stage));
}

async function together<Stage>(
  { make, look }: Arena<Stage>,
  a: Write<Stage>,
  b: Write<Stage>,
  delay: number,
): Promise<string> {
  const stage = await make();
  const [first, second] = await Promise.all([
    after(-delay, () => a.perform(stage)),
    after(delay, () => b.perform(stage)),
  ]);
  return outcome(first, second, await look(stage));
}

const outcome = (first: string, second: string, state: string): string =>
  `${first} | ${second} | ${state}`;

/** Timers count in whole milliseconds, which is too long: less is waited for in turns of the event loop. */
async function after<Result>(delay: number, work: () => Promise<Result>): Promise<Result> {
  const end = performance.now() + delay;
  while (performance.now() < end) await new Promise(setImmediate);
  return work();
}
