import { callerOf, isEditor } from './caller.ts';
import { HttpProblem } from './problem.ts';
import type { HttpRequest } from './request.ts';

const writeScope = 'news/write';

/**
 * Who publishes: an editor, or a service whose access token has the scope `news/write`. Resolves to the claim `sub`, which
 * for a service is its app client's id. Throws 403 for anybody else: a reader's token passes the
 * gateway, since signing in gives everybody the same scope.
 */
export function publisherOf(request: HttpRequest): string {
  const caller = callerOf(request);
  if (isEditor(caller) || scopesIn(request.claims?.['scope']).includes(writeScope)) {
    return caller.id;
  }
  throw new HttpProblem(
    403,
    `Only editors (members of the group admin) and services with the scope ${writeScope} may do this.`,
  );
}

/** The claim holds the scopes with spaces between them (RFC 8693 section 4.2). */
const scopesIn = (claim: unknown): string[] => (typeof claim === 'string' ? claim.split(' ') : []);
