import { StartUpProblem } from '../processes/start-up-problem.ts';
import { configurationAt } from '../remote/configuration.ts';
import type { Configuration } from '../remote/configuration.ts';
import { isLoopback } from '../remote/web-address.ts';
import { hasApp, lookAtPages } from './app-page.ts';
import { lookAtClock } from './clock.ts';
import { lookAtCors } from './cross-origin.ts';
import { findApi, unreachable } from './find-api.ts';
import { note, problem } from './finding.ts';
import type { Findings } from './finding.ts';
import type { FoundApi } from './found-api.ts';
import { lookAtDoors } from './shut-doors.ts';
import type { Token } from './token.ts';
import { lookAtToken } from './token-check.ts';
import { sayDoors, tryToken } from './token-trial.ts';
import { lookAtPool } from './user-pool.ts';

/**
 * Looks at a deployed API, or at the app in front of it, with requests that change nothing whoever answers them; and at a token, which
 * goes to one operation of that API and nowhere else.
 */
export async function* examine(address: URL, token?: Token): Findings {
  try {
    const found = yield* findApi(address);
    if (!found) {
      if (token) yield* withoutApi(token);
      return;
    }
    const { api, answer } = found;
    const clock = lookAtClock(answer, Date.now());
    if (clock) yield clock;
    const hasMachines = yield* lookAtDoors(api);
    const isApp = await hasApp(address);
    yield* lookAtCors(api, isApp);
    const configuration = yield* lookAtConfiguration(address, isApp);
    if (isApp) yield* lookAtPages(address, configuration);
    if (configuration) yield* whileReachable(lookAtPool(configuration, new URL(address.origin)));
    if (token) yield* withApi({ api, hasMachines }, token, configuration);
  } catch (failure) {
    // It answered before and does not now: what was seen until here stands.
    yield unreachable(failure);
  }
}

/** What does not answer ends this look, and not those after it. */
async function* whileReachable(findings: Findings): Findings {
  try {
    yield* findings;
  } catch (failure) {
    yield unreachable(failure);
  }
}

async function* lookAtConfiguration(
  address: URL,
  isApp: boolean,
): Findings<Configuration | undefined> {
  try {
    return await configurationAt(address);
  } catch (failure) {
    if (!(failure instanceof StartUpProblem)) throw failure;
    // An API's own address has no such file.
    yield isApp
      ? problem(failure.message, 'Deploy the app with its configuration: npm run deploy')
      : note(
          'There is no amplify_outputs.json here, so the user pool is not looked at. The app’s address has one.',
        );
    return undefined;
  }
}

async function* withApi(
  { api, hasMachines }: { api: FoundApi; hasMachines: boolean },
  token: Token,
  configuration: Configuration | undefined,
): Findings {
  const isGood = yield* lookAtToken(token, configuration, Date.now());
  const gateway = { kind: api.gateway, hasMachines };
  yield* sayDoors(token, gateway, isGood, (door) => api.has(door));
  const root = new URL(api.root);
  if (root.protocol === 'https:' || isLoopback(root)) yield* tryToken(api, gateway, token, isGood);
  else yield note('The token is not sent: there is no TLS.');
}

/** Nothing is asked, and nothing sent: what the token says can be told all the same. */
async function* withoutApi(token: Token): Findings {
  yield note('The token is not sent, since no API was found. What it says:');
  const isGood = yield* lookAtToken(token, undefined, Date.now());
  yield* sayDoors(token, { kind: 'rest', hasMachines: true }, isGood);
}
