import { configurationPath } from '../../infra/web/origin-paths.ts';
import { StartUpProblem } from '../processes/start-up-problem.ts';
import { ask, jsonIn, NoAnswer } from './asking.ts';
import { isLoopback } from './web-address.ts';

/** What `/amplify_outputs.json` says: where the people pool of a deployment is. */
export interface Configuration {
  region: string;
  poolId: string;
  /** The app client of browsers. */
  clientId: string;
  /** Where the pool's operations are asked for: Cognito's endpoint, or the stand-in. */
  endpoint: URL;
  isStandIn: boolean;
  /** The pool's domain, with its scheme. */
  domain: URL | undefined;
  /** Where the domain sends a browser back to. */
  callbackUrls: readonly string[];
  /** As it was read. */
  text: string;
}

/** Asks the app's origin, or the stand-in, how it is configured. Throws `StartUpProblem`, in words for the terminal. */
export async function configurationAt(address: URL): Promise<Configuration> {
  const place = new URL(configurationPath, address);
  try {
    const answer = await ask(place);
    const content = answer.status === 200 ? jsonIn(answer) : undefined;
    if (content) return configurationIn(content, place, answer.text);
    const what = answer.status === 200 ? 'is no JSON' : `is not there (${answer.status})`;
    throw new StartUpProblem(`${place.href} ${what}. Is this the address of the app?`);
  } catch (failure) {
    if (failure instanceof NoAnswer) throw new StartUpProblem(failure.message);
    throw failure;
  }
}

/** Throws `StartUpProblem` naming the first member that is not as Amplify's format has it. */
function configurationIn(content: object, place: URL, text: string): Configuration {
  const { auth, custom } = content as { auth?: unknown; custom?: { local?: Local } };
  const given = { ...Object(auth) } as Record<string, unknown>;
  const read = (name: string, form: RegExp): string => {
    const value = given[name];
    if (typeof value === 'string' && form.test(value)) return value;
    throw new StartUpProblem(`${place.href} does not say auth.${name}. Is Presspass there?`);
  };
  const region = read('aws_region', /^[a-z]{2}(-[a-z]+)+-\d$/);
  const standIn = standInFrom(custom?.local, place);
  const oauth = { ...Object(given['oauth']) } as {
    domain?: unknown;
    redirect_sign_in_uri?: unknown;
  };
  return {
    region,
    poolId: read('user_pool_id', /^[\w-]+_[0-9a-zA-Z]+$/),
    clientId: read('user_pool_client_id', /^[\w+]+$/),
    endpoint: standIn?.endpoint ?? new URL(`https://cognito-idp.${region}.amazonaws.com`),
    isStandIn: standIn !== undefined,
    domain: standIn ? standIn.domain : domainFrom(oauth.domain),
    callbackUrls: [oauth.redirect_sign_in_uri].flat().filter((url) => typeof url === 'string'),
    text,
  };
}

interface Local {
  endpoint?: unknown;
  domain?: unknown;
}

/**
 * A stand-in is on this machine, and so is whoever names it: another address that calls itself one would be told who is to be an
 * editor, and another machine could have this one asked what it likes.
 */
function standInFrom(
  local: Local | undefined,
  place: URL,
): { endpoint: URL; domain: URL | undefined } | undefined {
  if (local?.endpoint === undefined) return undefined;
  if (!isLoopback(place)) {
    throw new StartUpProblem(
      `${place.href} names a stand-in, and is not on this machine. Nothing is sent there.`,
    );
  }
  const endpoint = urlFrom(local.endpoint);
  if (endpoint && isLoopback(endpoint)) return { endpoint, domain: urlFrom(local.domain) };
  throw new StartUpProblem(
    `${place.href} names a stand-in that is not on this machine. Nothing is sent there.`,
  );
}

const domainFrom = (name: unknown): URL | undefined =>
  typeof name === 'string' && /^[a-z\d.-]+$/.test(name) ? new URL(`https://${name}`) : undefined;

const urlFrom = (text: unknown): URL | undefined =>
  typeof text === 'string' && URL.canParse(text) ? new URL(text) : undefined;
