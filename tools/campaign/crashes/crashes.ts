import { expectRunning, runStandIn } from '../../../local/testing/process.ts';
import { StartUpProblem } from '../../processes/start-up-problem.ts';
import type { Campaign } from '../campaign.ts';
import { firstStarts } from './first-start.ts';
import { mixedWrites } from './mixed-writes.ts';

/** Kills stand-ins: what was acknowledged is kept, nothing is half, and the next start makes a whole paper. */
export const crashes: Campaign = async (conditions) => {
  if (conditions.target !== undefined) {
    throw new StartUpProblem('crashes kills what it runs against, so it takes no --target.');
  }
  const half = { ...conditions, seconds: conditions.seconds / 2 };
  const start = performance.now();
  await firstStarts(half);
  const left = conditions.seconds - (performance.now() - start) / 1000;
  await mixedWrites({ ...conditions, seconds: left }, async (folder) =>
    expectRunning(await runStandIn(folder)),
  );
};
