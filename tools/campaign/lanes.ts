import type { Case } from './campaign.ts';
import { Random } from './random.ts';

/** Works on one case after another, several at a time, until `deadline` or until there are no more. */
export async function inLanes(
  { seed, deadline }: { seed: number; deadline: number },
  lanes: number,
  work: (aCase: Case) => Promise<void>,
  cases = Infinity,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < cases && performance.now() < deadline) {
      const number = next++;
      await work({ number, random: new Random(seed, number) });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
