import { isPage } from '../remote/asking.ts';
import type { Answer } from '../remote/asking.ts';
import { isMissingFile, isUnknownRoute, messageIn, strangeAnswer } from './answer-words.ts';
import { doorName, doors, harmlessRequest } from './doors.ts';
import type { Door } from './doors.ts';
import { note, ok, problem } from './finding.ts';
import type { Finding, Findings } from './finding.ts';
import type { FoundApi } from './found-api.ts';

/**
 * Knocks at every door without a token: each that wants one must be shut, by the gateway. Returns whether there is a services
 * API, which there is not without machines.
 */
export async function* lookAtDoors(api: FoundApi): Findings<boolean> {
  const guarded = doors.filter((door) => door.token !== 'none' && api.has(door));
  const knocks = await Promise.all(guarded.map((door) => knock(api, door)));
  const isServices = ({ path }: Door): boolean => path.startsWith('/services/');
  const hasServices = knocks.some(({ door, state }) => isServices(door) && state !== 'absent');
  const met = knocks.filter(({ door }) => hasServices || !isServices(door));

  const shut = met.filter(({ state }) => state === 'shut').length;
  if (shut > 0) {
    yield ok(`${shut} doors are shut without a token: 401, by the gateway and not by a function.`);
  }
  for (const { trouble } of met) if (trouble) yield trouble;
  for (const { door, state } of met) {
    if (state === 'untried') {
      yield note(`${doorName(door)} was not tried: with an open door it would delete everything.`);
    }
  }
  if (!hasServices && guarded.some(isServices)) {
    yield note('There is no services API, as in a deployment without machines.');
  }
  return hasServices;
}

interface Knock {
  door: Door;
  state: 'shut' | 'absent' | 'untried' | 'wrong';
  trouble?: Finding;
}

async function knock(api: FoundApi, door: Door): Promise<Knock> {
  const request = harmlessRequest(door);
  if (!request) return { door, state: 'untried' };
  const answer = await api.send(request);
  if (answer.status === 401 && isFromGateway(answer)) return { door, state: 'shut' };
  const isAbsent = isUnknownRoute(answer) || isMissingFile(answer) || isPage(answer);
  const trouble = isAbsent ? strangeAnswer(doorName(door), answer) : troubleAt(door, answer);
  return { door, state: isAbsent ? 'absent' : 'wrong', trouble };
}

/** A REST API names the kind of its refusal, an HTTP API the kind of token; a function of ours does neither. */
const isFromGateway = ({ headers }: Answer): boolean =>
  headers.has('x-amzn-errortype') || headers.has('www-authenticate');

function troubleAt(door: Door, answer: Answer): Finding {
  const name = doorName(door);
  if (answer.status === 401) {
    return problem(
      `${name} answers 401 from the function and not from the gateway: the method has no authorizer.`,
      'Deploy the method with its authorizer. The function has refused, as it must; it should never have been asked.',
    );
  }
  if (answer.status === 403) {
    return problem(
      `${name} answers 403 “${messageIn(answer)}” where 401 is expected: a firewall, a resource policy, or another authorizer.`,
      'Look at what stands before the method: AWS WAF, the API’s resource policy, its authorizer.',
    );
  }
  if (answer.status >= 500 || answer.status === 429 || answer.status < 200)
    return strangeAnswer(name, answer);
  return problem(
    `${name} IS OPEN: it answers ${answer.status} to a request without a token.`,
    'Protect the method now: put its authorizer back and deploy the stage, or delete the method.',
  );
}
