import { expectRunning, runStandIn } from '../../../local/testing/process.ts';
import { StartUpProblem } from '../../processes/start-up-problem.ts';
import type { Campaign } from '../campaign.ts';
import { eachWrite } from './each-write.ts';
import { firstStarts } from './first-start.ts';
import { mixedWrites } from './mixed-writes.ts';

/** Kills stand-ins: what was acknowledged is kept, nothing is half, and the next start makes a whole paper. */
export const crashes: Campaign = async (conditions) => {
  if (conditions.target !== undefined) {
    throw new StartUpProblem('crashes kills what it runs against, so it takes no --target.');
  }
  const end = performance.now() + conditions.seconds * 1000;
  /** What is left of the time, shared among the parts that are still to come. */
  const shareOf = (parts: number) => {
    return { ...conditions, seconds: (end - performance.now()) / 1000 / parts };
  };
  await firstStarts(shareOf(3));
  await eachWrite(shareOf(2));
  await mixedWrites(shareOf(1), async (folder) => expectRunning(await runStandIn(folder)));
};
