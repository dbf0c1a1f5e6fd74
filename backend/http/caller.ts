import { HttpProblem } from './problem.ts';
import type { HttpRequest } from './request.ts';

/** The person whose ID token the gateway has verified. */
export interface Caller {
  /** The claim `sub`. */
  id: string;
  email: string;
  groups: string[];
}

const editorsGroup = 'admin';

/**
 * Who calls. Throws 401 when the request carries no verified claims: then the operation was deployed
 * without its authorizer, and nobody may pass.
 */
export function callerOf({ claims = {} }: HttpRequest): Caller {
  const { sub, email } = claims;
  if (typeof sub !== 'string') throw new HttpProblem(401, 'Unauthorized');
  return {
    id: sub,
    email: typeof email === 'string' ? email : '',
    groups: groupsOf(claims['cognito:groups']),
  };
}

/** Whether somebody edits the paper. */
export const isEditor = ({ groups }: Caller): boolean => groups.includes(editorsGroup);

/** Who calls, provided it is an editor; throws 403 otherwise. */
export function editorOf(request: HttpRequest): Caller {
  const caller = callerOf(request);
  if (!isEditor(caller)) {
    throw new HttpProblem(403, 'Only editors (members of the group admin) may do this.');
  }
  return caller;
}

/**
 * The group claim in each shape it reaches a function in: an array (as in the token), a JSON array,
 * `[a b]` (HTTP API's JWT authorizer) or `a,b` (REST API's Cognito authorizer). A group's name may
 * hold no space, as Cognito's own pattern for names demands. It may hold a comma or brackets, which
 * no reader can tell from the marks of a list: never name a group so (`x,admin` would read as `admin`).
 */
export function groupsOf(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.filter((group) => typeof group === 'string');
  if (typeof claim !== 'string' || claim === '') return [];
  if (!claim.startsWith('[') || !claim.endsWith(']')) return claim.split(',');
  return jsonGroups(claim) ?? claim.slice(1, -1).split(' ').filter(Boolean);
}

function jsonGroups(claim: string): string[] | undefined {
  try {
    const groups: unknown = JSON.parse(claim);
    return groupsOf(groups);
  } catch {
    // Not JSON, so it is the form with spaces between the names.
    return undefined;
  }
}
