import type { TokenKind, Tokens } from '../../session';
import { decodeToken, type Claims, type DecodedToken } from '../../shared/decoded-token';

/** A pair of tokens, and what time it is where they come from. */
export interface HeldTokens extends Readonly<Record<TokenKind, DecodedToken>> {
  /** Milliseconds from the page's own clock, which nobody can set, to the user pool's. */
  readonly poolOffset: number;
}

/**
 * `monotonic` is `performance.now()` when the tokens were handed over. `null` when they are no JSON Web
 * Tokens. The user pool's time follows from their end and from what remained until then.
 */
export function heldTokens(tokens: Tokens, monotonic: number): HeldTokens | null {
  const [id, access] = [decodeToken(tokens.id), decodeToken(tokens.access)];
  if (!id || !access) return null;
  const end = Math.min(endOf(id.claims), endOf(access.claims));
  return { id, access, poolOffset: end - tokens.remaining - monotonic };
}

/** When a token expires, in milliseconds since 1970; never, when it does not say so. */
export function endOf({ exp }: Claims): number {
  return typeof exp === 'number' ? exp * 1_000 : Number.MAX_SAFE_INTEGER;
}
