import type { Configuration } from '../../../shared/configuration';
import { decodeToken } from '../../../shared/decoded-token';
import type { Tokens } from '../../identity/identity-provider';
import { personFromClaims } from '../../identity/person';
import { tokensLeft } from '../tokens-left';
import type { SessionRecord } from './session-record';

/** Milliseconds before their end at which Amplify refreshes tokens too. */
const margin = 5_000;

/**
 * What Amplify would answer of a record whose tokens are still valid: most pages that a signed-in
 * person opens then do without its 80 KB. `null` where it has to be asked.
 */
export function tokensInHand(
  { access, client, clockDrift, id }: SessionRecord,
  { outputs }: Configuration,
): Tokens | null {
  const identity = decodeToken(id)?.claims;
  const permission = decodeToken(access)?.claims;
  const person = identity && personFromClaims(identity);
  if (!person || !permission || client !== clientOf(outputs)) return null;
  const remaining = tokensLeft.of(access, [identity, permission], clockDrift);
  return remaining > margin ? { id, access, person, remaining } : null;
}

function clientOf({ auth }: Configuration['outputs']): unknown {
  return (auth as { user_pool_client_id?: unknown } | undefined)?.user_pool_client_id;
}
