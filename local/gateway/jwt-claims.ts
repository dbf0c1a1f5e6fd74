import type { TokenClaims } from './token-verifier.ts';

/**
 * A token's claims as an HTTP API's JWT authorizer hands them to a function: every value a string, lists as
 * `[admin editors]`. AWS publishes neither; captured events look so.
 */
export function jwtClaims(claims: TokenClaims): Record<string, string> {
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, text(value)]));
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return `[${value.map(text).join(' ')}]`;
  return JSON.stringify(value);
}
