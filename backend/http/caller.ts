import { HttpProblem } from './problem.ts';
import type { HttpRequest } from './request.ts';

/** Whose token the gateway has verified: a person's, or a service's. */
export interface Caller {
  /** The claim `sub`, which for a service is its app client's id. */
  id: string;
  /** Empty where the token says none, as an access token. */
  email: string;
  groups: string[];
  /** Of an access token. */
  scopes: string[];
}

/**
 * Who calls. Throws 401 when the request carries no verified claims: then the operation was deployed
 * without its authorizer, and nobody may pass.
 */
export function callerOf(request: HttpRequest): Caller {
  const { sub, email, scope } = request.claims ?? {};
  if (typeof sub !== 'string') throw new HttpProblem(401, 'Unauthorized');
  return {
    id: sub,
    email: typeof email === 'string' ? email : '',
    groups: groupsIn(request),
    // With spaces between them (RFC 8693 section 4.2).
    scopes: typeof scope === 'string' ? scope.split(' ') : [],
  };
}

/**
 * The groups that somebody is in. A gateway writes a list as one text, and a group's name may hold the marks of a list, so that one in
 * `x,admin` or in `[admin]` would look like a member of `admin`: where there are marks, only those groups count that the token itself
 * names, one by one. It is the token that the gateway has verified, and it can only take groups away.
 */
function groupsIn({ claims, token }: HttpRequest): string[] {
  const claim = claims?.['cognito:groups'];
  const groups = groupsOf(claim);
  if (typeof claim !== 'string' || !/[,[\]"]/.test(claim)) return groups;
  const named = groupsNamedBy(token);
  return groups.filter((group) => named.includes(group));
}

/**
 * The group claim in each shape it reaches a function in: an array (as in the token), a JSON array,
 * `[a b]` (HTTP API's JWT authorizer) or `a,b` (REST API's Cognito authorizer). A group's name may
 * hold no space, as Cognito's own pattern for names demands.
 */
export function groupsOf(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.filter((group) => typeof group === 'string');
  if (typeof claim !== 'string') return [];
  if (!claim.startsWith('[') || !claim.endsWith(']')) return claim.split(',').filter(Boolean);
  return jsonGroups(claim) ?? claim.slice(1, -1).split(' ').filter(Boolean);
}

function jsonGroups(claim: string): string[] | undefined {
  const groups = parsed(claim);
  return groups === undefined ? undefined : groupsOf(groups);
}

/** The list in the payload of a token whose signature the gateway has verified. */
function groupsNamedBy(token = ''): string[] {
  const [, payload = ''] = token.split('.');
  const claims = parsed(Buffer.from(payload, 'base64url').toString());
  if (typeof claims !== 'object' || claims === null) return [];
  const groups = (claims as Record<string, unknown>)['cognito:groups'];
  return Array.isArray(groups) ? groupsOf(groups) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the form with spaces between the names, or no token.
    return undefined;
  }
}
