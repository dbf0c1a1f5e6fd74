import { existsSync } from 'node:fs';
import { UnusableSetting } from './failure-line.ts';
import type { TrafficLimits } from './token-bucket.ts';
import { stateFolderFrom } from './state/state-folder.ts';
import type { StandInOptions } from './stand-in.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How the environment says to start. Throws `UnusableSetting` naming the variable and what it may be. */
export function settingsFrom(environment: Environment): StandInOptions {
  return {
    folder: stateFolderFrom(environment),
    port: portFrom(environment['EDGE_PORT']),
    clock: oneOf(['system', 'manual', 'stopped'], 'PRESSPASS_CLOCK', environment),
    log: oneOf(['failures', 'all'], 'PRESSPASS_LOG', environment),
    quotas: oneOf(['off', 'on'], 'PRESSPASS_QUOTAS', environment),
    cors: oneOf(['open', 'fresh'], 'PRESSPASS_CORS', environment),
    ...throttleFrom(environment['PRESSPASS_THROTTLE']),
    ...functionsFrom(environment['PRESSPASS_FUNCTIONS']),
  };
}

function portFrom(text = ''): number {
  if (text === '') return 4300;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity;
  if (port <= 65_535) return port;
  throw new UnusableSetting(`EDGE_PORT must be a port, from 0 to 65535, and is "${text}".`);
}

/** The first is what counts when nothing is said. */
function oneOf<const Choice extends string>(
  choices: readonly [Choice, ...Choice[]],
  name: string,
  environment: Environment,
): Choice {
  const text = environment[name] ?? '';
  if (text === '') return choices[0];
  const choice = choices.find((one) => one === text);
  if (choice) return choice;
  throw new UnusableSetting(`${name} must be ${choices.join(' or ')}, and is "${text}".`);
}

/** `20` or `20/5`: requests a second, and at once; without the second number they are the same. */
function throttleFrom(text = ''): { throttle?: TrafficLimits } {
  if (text === '') return {};
  const [, rate = '', burst = rate] = /^(\d{1,6}(?:\.\d{1,3})?)(?:\/(\d{1,6}))?$/.exec(text) ?? [];
  const limits = { rate: Number(rate), burst: Math.ceil(Number(burst)) };
  if (rate !== '' && limits.rate > 0 && limits.burst > 0) return { throttle: limits };
  throw new UnusableSetting(
    'PRESSPASS_THROTTLE must be requests a second, and after a slash how many at once, ' +
      `as in 20/5, and is "${text}".`,
  );
}

function functionsFrom(folder = ''): { functions?: string } {
  if (folder === '') return {};
  if (existsSync(folder)) return { functions: folder };
  throw new UnusableSetting(
    `PRESSPASS_FUNCTIONS must be a folder of function bundles, and there is none at ${folder}; npm run bundle makes dist/functions.`,
  );
}
