import { type Check, type HouseName } from './check.ts';
import { hasAwsCli } from './clients/aws-cli.ts';
import { House } from './house/house.ts';
import { startStandIn } from './house/process.ts';

/** How one check went. */
export type Result = { readonly check: Check } & (
  | { readonly outcome: 'passed' | 'not run on this machine' }
  | { readonly outcome: 'failed'; readonly problem: string; readonly place: string }
);

/** The switches that each house is started with; the strict one has a small throttle, quotas, and a fresh gateway’s CORS. */
const switches: Record<HouseName, Record<string, string>> = {
  everyday: {},
  terminal: {},
  strict: { PRESSPASS_CORS: 'fresh', PRESSPASS_THROTTLE: '5/20', PRESSPASS_QUOTAS: 'on' },
};
/** Milliseconds after which a check hangs: the AWS CLI takes seconds per call on a machine that has much else to do. */
const patience = 120_000;

/** Runs every check: the houses side by side, the checks of one house one after another, since some move its clock. */
export async function runChecks(checks: readonly Check[]): Promise<Result[]> {
  const canRunCli = hasAwsCli();
  const names = Object.keys(switches) as HouseName[];
  const lanes = names.map(async (name) => {
    const own = checks.filter((check) => check.house === name);
    const able = own.filter(({ client }) => client !== 'AWS CLI' || canRunCli);
    const results = able.length > 0 ? await runIn(name, able) : [];
    const notRun = own.filter((check) => !able.includes(check));
    return [...results, ...notRun.map(notHere)];
  });
  const results = (await Promise.all(lanes)).flat();
  return checks.flatMap((check) => results.filter((result) => result.check === check));
}

async function runIn(name: HouseName, checks: readonly Check[]): Promise<Result[]> {
  const process = await startStandIn(switches[name]);
  try {
    const house = await House.open(process);
    const results: Result[] = [];
    for (const check of checks) results.push(await resultOf(check, house));
    return results;
  } finally {
    await process.stop();
  }
}

async function resultOf(check: Check, house: House): Promise<Result> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new Error(`It took longer than ${patience} ms.`));
  }, patience);
  try {
    await Promise.race([check.run(house), late.promise]);
    return { check, outcome: 'passed' };
  } catch (problem) {
    // One unmet expectation is a result, and the others are still to be looked at.
    return { check, outcome: 'failed', problem: wordsOf(problem), place: placeOf(problem) };
  } finally {
    clearTimeout(timer);
  }
}

function notHere(check: Check): Result {
  return { check, outcome: 'not run on this machine' };
}

function wordsOf(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  const cause = problem.cause instanceof Error ? ` (${problem.cause.message})` : '';
  return `${problem.name}: ${problem.message}${cause}`;
}

/** `conformance/checks/cors.ts:12`: where a failure goes through a check; empty where it does not. */
function placeOf(problem: unknown): string {
  const stack = problem instanceof Error ? (problem.stack ?? '') : '';
  return /conformance\/checks\/[\w-]+\.ts:\d+/.exec(stack)?.[0] ?? '';
}
