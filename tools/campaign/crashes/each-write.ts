import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expectRunning, runStandIn } from '../../../local/testing/process.ts';
import type { RunningStandIn } from '../../../local/testing/process.ts';
import type { Conditions } from '../campaign.ts';
import { Random } from '../random.ts';
import { temporaryFolder } from '../target.ts';
import { complaintAbout } from './complaints.ts';
import type { Entity } from './entity.ts';
import { entitiesOf, prepared } from './world.ts';
import type { World } from './world.ts';

const what = 'kill -9 at a write of an operation';
const preload = new URL('exit-at-write.ts', import.meta.url).href;

/** How a stand-in is started whose writes are counted. */
export const preloaded = { NODE_OPTIONS: `--import=${preload}` };

/** Whose write it is, among the entities of a round, after how many others. */
const steps = [
  ...[0, 1, 2].map((writesBefore) => ({ entity: 0, writesBefore })), // sign up, confirm, rename
  ...[0, 1].map((writesBefore) => ({ entity: 3, writesBefore })), // into a group, and out
  ...[0, 1].map((writesBefore) => ({ entity: 4, writesBefore })), // sign in, rotate
  ...[0, 1, 2].map((writesBefore) => ({ entity: 5, writesBefore })), // publish, delete, restore
];

/** Kills a stand-in right before each write that an operation makes: afterwards it is done, or it is not. */
export async function eachWrite({ seed, seconds, cases, report }: Conditions): Promise<void> {
  const folder = await temporaryFolder();
  const state = join(folder, 'state');
  let standIn = expectRunning(await runStandIn(state));
  const world = await prepared(standIn.url);
  const deadline = performance.now() + seconds * 1000;
  let number = 0;
  const isOver = (): boolean => number >= cases || performance.now() >= deadline;
  const random = new Random(seed);
  for (const step of random.shuffled(steps)) {
    for (let write = 1, isAnswered = false; !isAnswered && !isOver(); write++, number++) {
      const entity = await readyFor(step, number, standIn.url, world, random);
      await standIn.kill('SIGTERM');
      isAnswered = await writeKilledAt(write, entity, { folder, state, random });
      standIn = expectRunning(await runStandIn(state));
      const seen = await complaintAbout(entity, standIn.url);
      if (seen === undefined) report.count(what, 'whole afterwards');
      else report.fail({ what, case: number, input: { ...step, write }, seen });
    }
  }
  await standIn.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
}

async function readyFor(
  { entity: index, writesBefore }: (typeof steps)[number],
  round: number,
  url: string,
  world: World,
  random: Random,
): Promise<Entity> {
  const entity = (await entitiesOf(round, url, world))[index];
  if (!entity) throw new RangeError(`There is no entity ${index}.`);
  for (let write = 0; write < writesBefore; write++) await entity.write(url, random);
  return entity;
}

/** Resolves to whether the operation was answered: then it has no more writes than that. */
async function writeKilledAt(
  write: number,
  entity: Entity,
  { folder, state, random }: { folder: string; state: string; random: Random },
): Promise<boolean> {
  const CAMPAIGN_COUNT = join(folder, 'count');
  await rm(CAMPAIGN_COUNT, { force: true });
  const counted = await started(state, { CAMPAIGN_COUNT });
  await counted.kill('SIGTERM');
  const writesOfAStart = Number(await readFile(CAMPAIGN_COUNT, 'utf8'));
  const fatal = await started(state, { CAMPAIGN_WRITE: String(writesOfAStart + write) });
  try {
    await entity.write(fatal.url, random);
    return true;
  } catch {
    // Gone in the middle of it, as it should be.
    return false;
  } finally {
    await fatal.kill('SIGKILL');
  }
}

const started = async (state: string, env: Record<string, string>): Promise<RunningStandIn> =>
  expectRunning(await runStandIn(state, { ...preloaded, ...env }));
