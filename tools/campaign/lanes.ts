import type { Case, Conditions } from './campaign.ts';
import { Random } from './random.ts';

/** Works on one case after another, several at a time, for so many seconds or until there are no more. */
export async function inLanes(
  { seed, seconds, cases }: Pick<Conditions, 'seed' | 'seconds' | 'cases'>,
  lanes: number,
  work: (aCase: Case) => Promise<void>,
): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < cases && performance.now() < deadline) {
      const number = next++;
      await work({ number, random: new Random(seed, number) });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
