import type { Door } from './doors.ts';
import { groupsOf, isMachines, scopesOf } from './token.ts';
import type { Token } from './token.ts';

/** Whether a door opens to a token that is genuine and not expired, and why not. */
export type Verdict = { isOpen: true } | { isOpen: false; status: 401 | 403; because: string };

const shut = (status: 401 | 403, because: string): Verdict => ({ isOpen: false, status, because });

/** What refuses: a kind of API, and whether machines may come at all. */
export interface Gateway {
  kind: 'rest' | 'http';
  hasMachines: boolean;
}

/**
 * As the gateways decide, and after them our functions; docs/why-401.md has the table.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-enable-cognito-user-pool.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function verdictOn(door: Door, token: Token, gateway: Gateway): Verdict {
  if (door.token === 'none') return { isOpen: true };
  const pool = isMachines(token) ? 'services' : 'people';
  const pools = poolsOf(door, gateway);
  if (!pools.includes(pool))
    return shut(401, `it is for tokens of the ${pools.join(' and ')} pool`);
  const refusal = gateway.kind === 'rest' ? byKind(door, token) : undefined;
  return refusal ?? byScope(door, token, gateway) ?? byGroup(door, token) ?? { isOpen: true };
}

/** A JWT authorizer has one issuer (docs/decisions/0010): of two pools the services', where there are machines. */
function poolsOf({ pools }: Door, { kind, hasMachines }: Gateway): readonly string[] {
  if (kind === 'rest' || pools.length < 2) return pools;
  return [hasMachines ? 'services' : 'people'];
}

/** A REST API's authorizer takes the ID token where there are no scopes, and the access token where there are. */
function byKind({ token: wanted, scopes }: Door, { claims }: Token): Verdict | undefined {
  if (claims['token_use'] === wanted) return undefined;
  return wanted === 'id'
    ? shut(401, 'the method has no scopes, so it wants the ID token')
    : shut(401, `the method has scopes (${scopes.join(' or ')}), so it wants an access token`);
}

function byScope({ scopes }: Door, token: Token, { kind }: Gateway): Verdict | undefined {
  const held = scopesOf(token);
  if (scopes.length === 0 || scopes.some((scope) => held.includes(scope))) return undefined;
  return shut(kind === 'rest' ? 401 : 403, `it wants the scope ${scopes.join(' or ')}`);
}

/** Machines publish by their scope, people as editors. */
function byGroup({ group }: Door, token: Token): Verdict | undefined {
  if (group === null || isMachines(token) || groupsOf(token).includes(group)) return undefined;
  return shut(403, `the function wants the group ${group}`);
}
