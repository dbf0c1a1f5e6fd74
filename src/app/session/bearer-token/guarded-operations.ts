import { InjectionToken } from '@angular/core';
import type { TokenKind } from '../identity/identity-provider';

/** One operation of our API: its method, its path template below the origin, the token it wants. */
export interface GuardedOperation {
  readonly method: string;
  /** As in `/api/news/{id}`. */
  readonly path: string;
  readonly token: TokenKind | 'none';
}

export interface GuardedApi {
  readonly operations: readonly GuardedOperation[];
  /** As `URL.origin` writes it. */
  readonly origin: string;
}

export const GUARDED_API = new InjectionToken<GuardedApi>('the API whose requests carry tokens');

/**
 * The token that a request needs, `none` for anything that is not exactly an operation of our API:
 * a token must never reach another host, or a path that merely looks alike.
 */
export function tokenKindOf(
  { operations, origin }: GuardedApi,
  { method, url }: { method: string; url: URL },
): TokenKind | 'none' {
  if (url.origin !== origin || url.username !== '' || url.password !== '') return 'none';
  const path = url.pathname.split('/');
  return (
    operations.find((one) => one.method === method && matches(one.path, path))?.token ?? 'none'
  );
}

function matches(template: string, path: readonly string[]): boolean {
  const expected = template.split('/');
  return (
    expected.length === path.length &&
    expected.every((segment, i) => (isParameter(segment) ? path[i] !== '' : path[i] === segment))
  );
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{') && segment.endsWith('}');
}
