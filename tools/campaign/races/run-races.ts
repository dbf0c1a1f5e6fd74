import type { Conditions } from '../campaign.ts';
import type { Random } from '../random.ts';
import type { Race } from './arena.ts';

/** How often each pair is raced. */
const orders = 50;

/** Every pair once, then every pair once more, until each had all of its orders. */
export async function runRaces(
  all: readonly Race[],
  atATime: number,
  deadline: number,
  random: Random,
  conditions: Conditions,
): Promise<void> {
  let left = conditions.cases;
  const isOver = (): boolean => performance.now() >= deadline || left-- <= 0;
  const pairs = all.map((race) => ({ race, allowed: new Set<string>() }));
  for (let order = 0; order < orders; order++) {
    const waiting = random.shuffled(pairs);
    const lane = async (): Promise<void> => {
      for (let pair = waiting.pop(); pair && !isOver(); pair = waiting.pop()) {
        await raceOnce(pair, order, random, conditions);
      }
    };
    await Promise.all(Array.from({ length: atATime }, lane));
  }
}

async function raceOnce(
  { race, allowed }: { race: Race; allowed: Set<string> },
  order: number,
  random: Random,
  { report }: Conditions,
): Promise<void> {
  if (allowed.size === 0) {
    for (const which of ['first', 'second'] as const) allowed.add(await race.serial(which));
  }
  const delay = random.pick([0, 0, 1, 4]) * (random.fraction() - 0.5) * 2;
  const seen = await race.together(delay);
  const isServerError = [seen, ...allowed].some((outcome) => /\b5\d\d\b/.test(outcome));
  if (allowed.has(seen) && !isServerError) report.count(race.arena, 'as in one of the two orders');
  else {
    const input = { race: race.name, delayMs: delay, allowed: [...allowed] };
    report.fail({ what: race.arena, case: order, input, seen });
  }
}
