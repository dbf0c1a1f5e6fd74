import { genuine } from './token-parts.ts';
import type { Forgery, TokenParts } from './token-parts.ts';

/** Values of every type, for claims that are read as another one; `missing` leaves the claim out. */
const odd: Readonly<Record<string, unknown>> = {
  missing: undefined,
  null: null,
  true: true,
  zero: 0,
  'a huge number': 1e300,
  'an empty text': '',
  'a long text': 'x'.repeat(4000),
  'a text that no header holds': 'é\n\u0000\ud800😀',
  'an empty list': [],
  'a list': ['x', null, {}],
  'an object': { x: 1 },
  'an object that is no text': { toString: 1, valueOf: 1, length: 1 },
  'a deep list': nested(400),
};

/** Claims that say nothing else than when a token is good, or are read by nobody. */
const more = ['nbf', 'scp', 'cognito:groups', 'nonce'];

/** Tokens that the pool itself would have signed, with one claim of another type. */
export function oddClaims(parts: TokenParts): { claim: string; tokens: Forgery[] }[] {
  return [...new Set([...Object.keys(parts.claims), ...more])].map((claim) => ({
    claim,
    tokens: Object.entries(odd).map(([what, value]): Forgery => {
      const claims = { ...parts.claims, [claim]: value };
      return [`${claim}: ${what}`, genuine({ ...parts, claims })];
    }),
  }));
}

function nested(depth: number): unknown {
  let value: unknown = [];
  for (let at = 0; at < depth; at += 1) value = [value];
  return value;
}
