import type { Campaign } from '../campaign.ts';
import { Random } from '../random.ts';
import { openTarget } from '../target.ts';
import { racesIn } from './arena.ts';
import { clientArena } from './client-arena.ts';
import { groupArena } from './group-arena.ts';
import { newcomerArena } from './newcomer-arena.ts';
import { refreshArena } from './refresh-arena.ts';
import { runRaces } from './run-races.ts';
import { noviceArena } from './novice-arena.ts';
import { openGround } from './ground.ts';
import { storyArenas } from './story-arena.ts';
import { userArena } from './user-arena.ts';

/** Pairs at a time; each is about something of its own. */
const lanes = 6;

/** Pairs of writes at the same time: what comes of it is what one of the two orders would have brought. */
export const races: Campaign = async (conditions) => {
  await using standIn = await openTarget(conditions.target);
  const ground = await openGround(standIn.url);
  const random = new Random(conditions.seed);
  const pool = [
    ...racesIn(userArena(ground)),
    ...racesIn(newcomerArena(ground)),
    ...racesIn(noviceArena(ground)),
    ...racesIn(groupArena(ground)),
    ...racesIn(clientArena(ground)),
    ...racesIn(refreshArena(ground)),
  ];
  const deadline = performance.now() + conditions.seconds * 1000;
  const news = (await storyArenas(ground)).flatMap((arena) => racesIn(arena));
  await Promise.all([
    // All of the paper's stories may be deleted at once: here one race has to end before the next.
    runRaces(news, 1, deadline, random, conditions),
    runRaces(pool, lanes, deadline, random, conditions),
  ]);
};
