import { type OperationId, requestRules } from '../../contract/generated/request-rules.ts';
import { expectNoBody } from './body.ts';
import { type Caller, callerOf } from './caller.ts';
import { articleIdOf, expectQuery } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import type { HttpRequest } from './request.ts';

export type { OperationId };

type Rules = typeof requestRules;

/** What lets a caller in beside being signed in. */
type CallerRule = Exclude<Rules[OperationId]['callers'], string>[number];

interface RequestRule {
  readonly callers: 'anyone' | 'signed-in' | readonly CallerRule[];
  readonly path: readonly string[];
  readonly query: readonly string[];
  readonly takesBody: boolean;
}

/** A request that has passed the rule of its operation: what the operation may rely on. */
export interface Admitted<Id extends OperationId> {
  readonly request: HttpRequest;
  /** Undefined where anyone may call. */
  readonly caller: Rules[Id]['callers'] extends 'anyone' ? undefined : Caller;
  /** Undefined where the path names no article. */
  readonly articleId: 'id' extends Rules[Id]['path'][number] ? string : undefined;
}

/**
 * Holds a request against the contract, in this order: who calls (401, 403), the path, the query and whether there may be a
 * body (400, 413). What a query or a body says is for the operation to read.
 */
export function admit<Id extends OperationId>(operationId: Id, request: HttpRequest): Admitted<Id> {
  const { callers, path, query, takesBody }: RequestRule = requestRules[operationId];
  const caller = callers === 'anyone' ? undefined : callerOf(request);
  if (caller && typeof callers !== 'string') expectOneOf(callers, caller);
  const articleId = path.includes('id') ? articleIdOf(request) : undefined;
  expectQuery(request, query);
  if (!takesBody) expectNoBody(request);
  return { request, caller, articleId } as Admitted<Id>;
}

function expectOneOf(rules: readonly CallerRule[], { groups, scopes }: Caller): void {
  const isMet = (rule: CallerRule): boolean =>
    'group' in rule ? groups.includes(rule.group) : scopes.includes(rule.scope);
  if (rules.some(isMet)) return;
  throw new HttpProblem(403, `Only ${rules.map(inWords).join(' and ')} may do this.`);
}

const inWords = (rule: CallerRule): string =>
  'group' in rule
    ? `editors (members of the group ${rule.group})`
    : `services with the scope ${rule.scope}`;
