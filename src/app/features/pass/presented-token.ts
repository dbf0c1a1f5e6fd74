import type { TokenKind } from '../../session';
import type { Claims, DecodedToken } from '../../shared/decoded-token';
import type { Door } from './door';
import { forgedToken } from './forged-token';
import { endOf, type HeldTokens } from './held-tokens';

export const columns = ['none', 'id', 'access', 'tampered', 'expired'] as const;
export type Column = (typeof columns)[number];

export const columnNames: Readonly<Record<Column, string>> = {
  none: 'no token',
  id: 'the ID token',
  access: 'the access token',
  tampered: 'a tampered token',
  expired: 'an expired token',
};

/** What a request shows at a door. */
export type PresentedToken =
  | { readonly state: 'none' }
  | {
      readonly state: 'genuine' | 'tampered' | 'expired';
      readonly text: string;
      readonly claims: Claims;
    };

/** What there is to show at doors. */
export interface Wallet {
  readonly held: HeldTokens;
  /** Genuine tokens that have ended; `null` while there are none. */
  readonly ended: Readonly<Record<TokenKind, DecodedToken>> | null;
  /** The user pool's time, in milliseconds since 1970. */
  readonly now: number;
}

/** What `column` shows at `door`; `null` when there is no such token yet. */
export function presentedToken(column: Column, door: Door, wallet: Wallet): PresentedToken | null {
  const kind = door.token === 'access' ? 'access' : 'id';
  switch (column) {
    case 'none':
      return { state: 'none' };
    case 'id':
    case 'access':
      return asItIs(wallet.held[column], wallet.now);
    case 'tampered':
      return forged(wallet.held[kind], door, 'as-it-was');
    case 'expired':
      return wallet.ended && asItIs(wallet.ended[kind], Number.MAX_SAFE_INTEGER);
  }
}

/** The tampered token once more, as one that claims to need no signature. */
export function unsignedToken(door: Door, { held }: Wallet): PresentedToken {
  return forged(held[door.token === 'access' ? 'access' : 'id'], door, 'none');
}

function asItIs({ text, claims }: DecodedToken, now: number): PresentedToken {
  return { state: endOf(claims) <= now ? 'expired' : 'genuine', text, claims };
}

function forged(
  token: DecodedToken,
  { scopes }: Door,
  algorithm: 'as-it-was' | 'none',
): PresentedToken {
  return { state: 'tampered', ...forgedToken(token, { scopes, algorithm }) };
}
