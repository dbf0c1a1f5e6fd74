import type { ListName } from './cursor.ts';
import { placeOf } from './cursor.ts';
import { badRequest } from './problem.ts';
import type { HttpRequest } from './request.ts';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const defaultLimit = 20;
const highestLimit = 100;

/** Which page of a list is asked for; `before` is the place where the page before ended. */
export interface ListParameters {
  limit: number;
  before: string | undefined;
}

/** The path's article id; throws 400 when it is not a UUID in lower case. */
export function articleIdOf(request: HttpRequest): string {
  const id = request.pathParameters.get('id') ?? '';
  if (!uuid.test(id)) throw badRequest('id must be a UUID in lower case.', 'id');
  return id;
}

/** Which page of a list is asked for; throws 400 naming the parameter at fault. */
export function listParametersOf(list: ListName, request: HttpRequest): ListParameters {
  const { limit, cursor } = queryOf(request, ['limit', 'cursor']);
  return {
    limit: limit === undefined ? defaultLimit : limitFrom(limit),
    before: cursor === undefined ? undefined : placeOf(list, cursor),
  };
}

/** Throws 400 for a query parameter that is not `allowed`, and for one that is given twice. */
export function expectQuery(request: HttpRequest, allowed: readonly string[]): void {
  queryOf(request, allowed);
}

function limitFrom(text: string): number {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > highestLimit) {
    throw badRequest(`limit must be a whole number from 1 to ${String(highestLimit)}.`, 'limit');
  }
  return limit;
}

function queryOf(request: HttpRequest, allowed: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, values] of request.query) {
    if (!allowed.includes(name)) throw badRequest(`There is no parameter ${name} here.`, name);
    if (values.length > 1) throw badRequest(`${name} may be given once only.`, name);
    found[name] = values[0] ?? '';
  }
  return found;
}
