import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expectRunning, runStandIn } from '../../../local/testing/process.ts';
import type { Case, Conditions } from '../campaign.ts';
import { inLanes } from '../lanes.ts';
import { Random } from '../random.ts';
import { temporaryFolder } from '../target.ts';
import { preloaded } from './each-write.ts';
import { lacking } from './whole-paper.ts';

const lanes = 2;
const what = 'kill -9 at a write of a first start';

/** Kills a first start right before each of its writes, in random order, and expects a whole paper of the next start. */
export async function firstStarts(conditions: Conditions): Promise<void> {
  const { seed, report } = conditions;
  const count = await writesOfAFirstStart();
  const order = new Random(seed).shuffled(Array.from({ length: count }, (_, index) => index + 1));
  const killOne = async ({ number }: Case): Promise<void> => {
    const write = order[number] ?? 1;
    const complaint = await afterKillAt(write);
    if (complaint === undefined) report.count(what, 'whole afterwards');
    else report.fail({ what, case: number, input: { write, of: count }, seen: complaint });
  };
  await inLanes({ ...conditions, cases: Math.min(conditions.cases, count) }, lanes, killOne);
}

async function writesOfAFirstStart(): Promise<number> {
  const folder = await temporaryFolder();
  const state = join(folder, 'state');
  const CAMPAIGN_COUNT = join(folder, 'count');
  const standIn = expectRunning(await runStandIn(state, { ...preloaded, CAMPAIGN_COUNT }));
  await standIn.kill('SIGTERM');
  const count = Number(await readFile(CAMPAIGN_COUNT, 'utf8'));
  await rm(folder, { recursive: true });
  return count;
}

async function afterKillAt(write: number): Promise<string | undefined> {
  const folder = await temporaryFolder();
  try {
    const state = join(folder, 'state');
    const first = await runStandIn(state, { ...preloaded, CAMPAIGN_WRITE: String(write) });
    // The last writes are those of a regular end.
    if ('url' in first) await first.kill('SIGTERM');
    const second = await runStandIn(state);
    if (!('url' in second)) return `does not start: ${second.said.trim()}`;
    const complaint = await lacking(second.url);
    await second.kill('SIGKILL');
    return complaint;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
