import { setTimeout } from 'node:timers/promises';
import { rm } from 'node:fs/promises';
import type { RunningStandIn } from '../../../local/testing/process.ts';
import type { Conditions } from '../campaign.ts';
import { Random } from '../random.ts';
import { temporaryFolder } from '../target.ts';
import { complaintsAbout } from './complaints.ts';
import type { Entity } from './entity.ts';
import { entitiesOf, prepared } from './world.ts';

/** Starts a stand-in on a folder. */
export type Start = (folder: string) => Promise<RunningStandIn>;

const what = 'kill -9 among writes';
/** The longest that writes go on until the kill, in milliseconds. */
const longest = 900;
/** How many of earlier rounds are looked at again. */
const looksBack = 4;

/** Kills a stand-in among writes, starts it again, and looks for each write; again and again on one state. */
export async function mixedWrites(
  { seed, seconds, cases, report }: Conditions,
  start: Start,
): Promise<void> {
  const folder = await temporaryFolder();
  let standIn = await start(folder);
  const world = await prepared(standIn.url);
  const deadline = performance.now() + seconds * 1000;
  const all: Entity[] = [];
  for (let round = 0; round < cases && performance.now() < deadline; round++) {
    const random = new Random(seed, round);
    const entities = await entitiesOf(round, standIn.url, world);
    const before = acknowledgedBy(entities);
    const refusals = await writesUntilKilled(standIn, entities, random);
    standIn = await start(folder);
    const old = random.shuffled(all).slice(0, looksBack);
    const complaints = await complaintsAbout([...entities, ...old], standIn.url);
    for (const complaint of [...refusals, ...complaints]) {
      report.fail({ what, case: round, input: complaint, seen: complaint });
    }
    if (complaints.length === 0) report.count(what, 'whole afterwards');
    const outcome = complaints.length === 0 ? 'kept' : 'not all kept';
    report.count('writes acknowledged before', outcome, acknowledgedBy(entities) - before);
    all.push(...entities);
  }
  for (const seen of await complaintsAbout(all, standIn.url))
    report.fail({ what: 'the state at the end', case: -1, input: seen, seen });
  await standIn.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
}

/** Resolves to what was refused before the kill. */
async function writesUntilKilled(
  standIn: RunningStandIn,
  entities: readonly Entity[],
  random: Random,
): Promise<string[]> {
  const refusals: string[] = [];
  const killing = new AbortController();
  const isOver = (): boolean => killing.signal.aborted;
  const writers = entities.map(async (entity) => {
    while (!isOver()) {
      try {
        await entity.write(standIn.url, random);
      } catch (failure) {
        // After the kill there is nobody to answer.
        if (!isOver()) refusals.push(`${entity.name}: ${String(failure)}`);
        return;
      }
    }
  });
  await setTimeout(10 + random.below(longest));
  killing.abort();
  await standIn.kill('SIGKILL');
  await Promise.all(writers);
  return refusals;
}

const acknowledgedBy = (entities: readonly Entity[]): number =>
  entities.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
