import { withoutUserinfo } from '../processes/userinfo.ts';
import { StartUpProblem } from '../processes/start-up-problem.ts';

/** Why a feed cannot be read, in one line. */
export const feedProblem = (source: string, why: string): StartUpProblem =>
  new StartUpProblem(`${withoutUserinfo(source)} cannot be read: ${why}`);
