import { doors as contractDoors } from '../../../../contract/generated/doors';
import type { TokenKind } from '../../session';

/** An operation of one of the contracts, and what it asks of a caller. */
export interface Door {
  readonly operationId: string;
  readonly method: string;
  /** Below the origin, as in `/api/news/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly token: TokenKind | 'none';
  /** The user pools whose tokens the authorizer takes. */
  readonly pools: readonly string[];
  /** One of them is enough. */
  readonly scopes: readonly string[];
  /** What the function asks for, after the gateway. */
  readonly group: string | null;
  readonly probe: Probe;
}

/** A request that changes nothing, as the contract knows it. */
interface Probe {
  /** Below the origin. */
  readonly path: string;
  /** JSON. */
  readonly body: string | null;
  /** What answers behind an open door. */
  readonly status: number;
  /** Where the door opens, it is not to be sent. */
  readonly onlyWhenRefused: boolean;
}

/** All doors of all contracts. */
export const doors: readonly Door[] = contractDoors;

/** "DELETE /api/news/{id}". */
export function doorName({ method, path }: Pick<Door, 'method' | 'path'>): string {
  return `${method} ${path}`;
}

/** What the door asks for, in a few words. */
export function doorWants({ token, pools, scopes, group }: Door): string {
  if (token === 'none') return 'Open to everybody';
  if (!pools.includes('people')) return `Services with ${scopes.join(' or ')}`;
  const kind = token === 'id' ? 'ID token' : `access token with ${scopes.join(' or ')}`;
  return group === null ? capitalised(kind) : `${capitalised(kind)}, group ${group}`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
