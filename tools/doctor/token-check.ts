import { compactVerify, createLocalJWKSet, errors } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { ask, jsonIn } from '../remote/asking.ts';
import type { Configuration } from '../remote/configuration.ts';
import { oneLine } from '../wire/plain-text.ts';
import { ok, note, problem } from './finding.ts';
import type { Finding, Findings } from './finding.ts';
import { groupsOf, isMachines, scopesOf, textIn } from './token.ts';
import type { Token } from './token.ts';
import { keysOf } from './user-pool.ts';

/** What a token says of itself, and whether it is to be believed. `now` in milliseconds. Returns whether it is good at all. */
export async function* lookAtToken(
  token: Token,
  configuration: Configuration | undefined,
  now: number,
): Findings<boolean> {
  yield note(selfDescription(token));
  const troubles = [
    ...kindTrouble(token),
    ...timeTrouble(token, now),
    ...(await issuerTrouble(token, configuration)),
  ];
  yield* troubles;
  yield* clientNote(token, configuration);
  return troubles.every(({ kind }) => kind !== 'problem');
}

/** Claims come from whoever has made the token: nothing in them that a terminal obeys. */
function selfDescription(token: Token): string {
  const { claims } = token;
  const kinds: Record<string, string> = { id: 'an ID token', access: 'an access token' };
  const kind = kinds[textIn(claims['token_use'])] ?? 'a token of no kind (token_use)';
  const who = textIn(claims['email']) || textIn(claims['username']) || textIn(claims['sub']);
  const list = (name: string, items: string[]): string =>
    items.length > 0 ? `, ${name} ${items.join(' ')}` : '';
  return oneLine(
    `It is ${kind} of ${isMachines(token) ? 'the machine' : 'the person'} ${who}` +
      `${list('groups', groupsOf(token))}${list('scopes', scopesOf(token))}.`,
  ).slice(0, 500);
}

function kindTrouble({ claims }: Token): Finding[] {
  if (claims['token_use'] === 'id' || claims['token_use'] === 'access') return [];
  return [
    problem(
      'It has no token_use, which every token of Cognito has: it comes from somebody else.',
      'Use the ID or the access token of a sign-in at this pool.',
    ),
  ];
}

function timeTrouble({ claims }: Token, now: number): Finding[] {
  const [exp, iat] = [claims['exp'], claims['iat']].map(Number);
  if (exp === undefined || iat === undefined || Number.isNaN(exp)) {
    return [problem('It has no expiry (exp): no gateway takes it.', 'Use a token of Cognito.')];
  }
  const ends = new Date(exp * 1000).toISOString();
  const minutes = (from: number, to: number): number => Math.ceil((to - from) / 60_000);
  if (exp * 1000 <= now) {
    const text = `It has expired ${minutes(exp * 1000, now)} min ago, at ${ends}.`;
    return [problem(text, 'Refresh it, or sign in again. Is this machine’s clock right?')];
  }
  if (iat * 1000 > now + 60_000) {
    const text = `It was issued ${minutes(now, iat * 1000)} min in the future.`;
    return [problem(text, 'Set the clock of this machine by the network (NTP).')];
  }
  return [ok(`It is good for ${minutes(now, exp * 1000)} min more, until ${ends}.`)];
}

async function issuerTrouble(
  token: Token,
  configuration: Configuration | undefined,
): Promise<Finding[]> {
  const { claims, poolId, region } = token;
  if (poolId === undefined || region === undefined) {
    const issuer = oneLine(textIn(claims['iss'])).slice(0, 200) || 'nobody';
    return [problem(`Its issuer is ${issuer}, and no user pool.`, 'Use a token of this pool.')];
  }
  if (configuration && !isMachines(token) && poolId !== configuration.poolId) {
    return [
      problem(
        `It comes from the pool ${poolId}, and the people of this deployment are in ${configuration.poolId}.`,
        'Sign in at this deployment. A token of another one opens nothing here.',
      ),
    ];
  }
  const endpoint =
    configuration?.region === region
      ? configuration.endpoint
      : new URL(`https://cognito-idp.${region}.amazonaws.com`);
  const keys = jsonIn(await ask(keysOf({ endpoint, poolId })));
  if (!Array.isArray(keys?.['keys'])) {
    const text = `There is no pool ${poolId} that could have issued it.`;
    return [problem(text, 'Was the deployment destroyed and made again? Sign in again.')];
  }
  return [await signatureFinding(token, keys as unknown as JSONWebKeySet)];
}

async function signatureFinding({ text, poolId }: Token, keys: JSONWebKeySet): Promise<Finding> {
  try {
    await compactVerify(text, createLocalJWKSet(keys), { algorithms: ['RS256'] });
    return ok(`The pool ${poolId ?? ''} has signed it, as it stands.`);
  } catch (failure) {
    if (!(failure instanceof errors.JOSEError)) throw failure;
    return problem(
      'The signature does not fit: somebody has changed it on the way, or not all of it was copied.',
      'Take the token anew from where it was issued.',
    );
  }
}

function* clientNote(
  { claims }: Token,
  configuration: Configuration | undefined,
): Iterable<Finding> {
  const client = textIn(claims['aud']) || textIn(claims['client_id']);
  if (!configuration || client === '' || client === configuration.clientId) return;
  yield note(
    `It was issued for the app client ${oneLine(client).slice(0, 100)}, and not for the browser’s. The authorizers must know that one too.`,
  );
}
