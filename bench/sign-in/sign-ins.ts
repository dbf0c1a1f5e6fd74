import type { SignIn } from './sign-in-ways.ts';

/** How many sign-ins of one kind went. */
export interface Tally {
  /** Milliseconds, one for each that succeeded. */
  times: number[];
  errors: number;
  /** The first error's words. */
  firstError?: string;
}

/** Each way in turn, one sign-in at a time, so that whatever else the machine does meets all of them. */
export async function signInInTurn(ways: readonly SignIn[], rounds: number): Promise<Tally[]> {
  const tallies = ways.map((): Tally => ({ times: [], errors: 0 }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, way] of ways.entries()) {
      const tally = tallies[index];
      if (tally) await count(tally, way);
    }
  }
  return tallies;
}

/** `atOnce` sign-ins run at any time, until there have been `total`. */
export async function signInAtOnce(way: SignIn, total: number, atOnce: number): Promise<Tally> {
  const tally: Tally = { times: [], errors: 0 };
  let left = total;
  const oneAfterAnother = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await count(tally, way);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, oneAfterAnother));
  return tally;
}

async function count(tally: Tally, way: SignIn): Promise<void> {
  try {
    tally.times.push(await way());
  } catch (error) {
    // That one fails is a figure too; the rest goes on.
    tally.errors += 1;
    tally.firstError ??= String(error);
  }
}
