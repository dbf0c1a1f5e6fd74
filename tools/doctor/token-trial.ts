import type { Answer } from '../remote/asking.ts';
import { oneLine } from '../wire/plain-text.ts';
import { messageIn, strangeAnswer } from './answer-words.ts';
import { verdictOn } from './door-verdict.ts';
import type { Gateway, Verdict } from './door-verdict.ts';
import { doorName, doorOf, doors, harmlessRequest } from './doors.ts';
import type { Door } from './doors.ts';
import { note, ok, problem } from './finding.ts';
import type { Finding, Findings } from './finding.ts';
import type { FoundApi } from './found-api.ts';
import { isMachines } from './token.ts';
import type { Token } from './token.ts';

/** Which doors a token opens by what it says; `isGood`: not expired, not changed, of this pool. */
export function* sayDoors(
  token: Token,
  gateway: Gateway,
  isGood: boolean,
  has: (door: Door) => boolean = () => true,
): Iterable<Finding> {
  const guarded = doors.filter((door) => door.token !== 'none' && has(door));
  const opened = guarded.filter((door) => verdictOn(door, token, gateway).isOpen);
  const would = isGood ? 'It opens' : 'If it were good, it would open';
  yield note(`${would}: ${opened.map(doorName).join(', ') || 'nothing'}.`);
  const reasons = new Map<string, string[]>();
  for (const door of guarded) {
    const verdict = verdictOn(door, token, gateway);
    if (verdict.isOpen) continue;
    const reason = `${verdict.status}, ${verdict.because}`;
    reasons.set(reason, [...(reasons.get(reason) ?? []), doorName(door)]);
  }
  for (const [reason, names] of reasons)
    yield note(`It does not open ${names.join(', ')}: ${reason}.`);
}

/** Sends the token to one operation that changes nothing, and compares. Nothing else ever gets it, and no redirect. */
export async function* tryToken(
  api: FoundApi,
  gateway: Gateway,
  token: Token,
  isGood: boolean,
): Findings {
  const door = trialDoor(api, gateway, token);
  const request = harmlessRequest(door);
  if (!request) return;
  const address = api.address(request.path);
  yield note(`The token is sent to ${request.method} ${address.href}, and nowhere else.`);
  const answer = await api.send(request, { token: token.text });
  const verdict = verdictOn(door, token, gateway);
  yield trialFinding(door, answer, isGood ? verdict : badToken(verdict));
}

/** The one that opens, if one does and a request to it is harmless: reading before all. */
function trialDoor(api: FoundApi, gateway: Gateway, token: Token): Door {
  const fallback = doorOf(isMachines(token) && gateway.hasMachines ? 'hello' : 'getMe');
  const candidates = ['getMe', 'hello', 'listWeatherEvents', 'publishArticle'].map(doorOf);
  const open = candidates.find((door) => api.has(door) && verdictOn(door, token, gateway).isOpen);
  return open ?? fallback;
}

const badToken = (verdict: Verdict): Verdict => ({
  isOpen: false,
  status: 401,
  because: verdict.isOpen ? 'the token is not good, as said above' : verdict.because,
});

function trialFinding(door: Door, answer: Answer, verdict: Verdict): Finding {
  const name = doorName(door);
  const { status } = answer;
  const reason = answer.headers.get('x-presspass-reason');
  const because = reason === null ? '' : `, because ${oneLine(reason).slice(0, 200)}`;
  const said = `${status} “${messageIn(answer)}”${because}`;
  const isThrough = status < 300 || status === 400 || status === 404;
  if (verdict.isOpen && isThrough) return ok(`${name} lets it through (${status}).`);
  if (!verdict.isOpen && (status === 401 || status === 403)) {
    return ok(`${name} refuses it, as it must: ${said}.`);
  }
  if (!verdict.isOpen && isThrough) {
    return problem(
      `${name} LETS IT THROUGH (${status}) although ${verdict.because}.`,
      'Look at the method’s authorizer: its pools, its scopes, and whether the last change of it was deployed.',
    );
  }
  if (status === 401 || status === 403) return unexpectedRefusal(name, status, said);
  return strangeAnswer(name, answer);
}

function unexpectedRefusal(name: string, status: number, said: string): Finding {
  if (status === 403) {
    return problem(
      `${name} refuses it although it looks good: ${said}.`,
      'The gateway let it pass and the function did not, or a firewall stands before it: look at the function’s log.',
    );
  }
  return problem(
    `${name} refuses it although it looks good: ${said}.`,
    'Most often the authorizer names another pool, or not this app client; or it was changed and the stage not deployed. docs/why-401.md has the list.',
  );
}
