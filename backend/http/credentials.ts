import { fieldsOf } from './body.ts';
import { badRequest } from './problem.ts';
import type { HttpRequest } from './request.ts';

const fields = ['username', 'password'] as const;

/** What a sign-in was asked with; a field that is missing or null is not there. */
type GivenCredentials = Partial<Record<(typeof fields)[number], string>>;

/** The fields of a sign-in; an empty body has none. Throws 400 naming the field at fault, 413 for a body over 1 MB. */
export function credentialsIn(request: HttpRequest): GivenCredentials {
  const content = fieldsOf(request, fields);
  const given: GivenCredentials = {};
  for (const field of fields) {
    const value = content[field] ?? undefined;
    if (value === undefined) continue;
    if (typeof value !== 'string') throw badRequest(`${field} must be a text.`, field);
    given[field] = value;
  }
  return given;
}
