import { createHash, randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { inPrecedence } from '../directory/group-precedence.ts';
import type { AppClient, PoolSettings } from '../directory/pool-settings.ts';
import type { Session } from './sessions.ts';
import { allClaims, claimsInScope } from './user-claims.ts';
import type { User } from '../users/user-store.ts';

/** Whom tokens are made for. */
export interface TokenSubject {
  readonly pool: PoolSettings;
  readonly client: AppClient;
  readonly user: User;
  readonly groups: readonly string[];
  readonly session: Session;
  /** What the client sent along to recognise the ID token by; only in the first one of a sign-in. */
  readonly nonce?: string | undefined;
}

/**
 * The claims are those of https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html;
 * `at_hash` (OpenID Connect Core, 3.1.3.6) and `nonce` are in tokens of the token endpoint only.
 */
export function idClaims(subject: TokenSubject, accessToken: string): JWTPayload {
  const { user, client, session, nonce } = subject;
  const isOfDomain = session.origin === 'domain';
  return {
    ...(isOfDomain ? claimsInScope(user, session.scopes) : allClaims(user)),
    'cognito:username': user.sub,
    aud: client.id,
    token_use: 'id',
    ...sharedClaims(subject),
    ...roleClaims(subject),
    ...(isOfDomain ? { at_hash: halfHash(accessToken) } : {}),
    ...(nonce === undefined ? {} : { nonce }),
  };
}

/** An access token has no `aud`. Those of the token endpoint carry `version`, as all examples of AWS have it. */
export function accessClaims(subject: TokenSubject): JWTPayload {
  const { user, client, session } = subject;
  return {
    client_id: client.id,
    token_use: 'access',
    scope: session.scopes.join(' '),
    username: user.sub,
    ...(session.origin === 'domain' ? { version: 2 } : {}),
    ...sharedClaims(subject),
  };
}

/**
 * A machine's access token: its subject is the client itself; no username, no groups, no `aud`. AWS shows such tokens in
 * examples and does not specify them: `version` and `auth_time` are as those have them. `now` is in milliseconds.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
export function machineClaims(
  client: AppClient,
  scopes: readonly string[],
  now: number,
): JWTPayload {
  return {
    sub: client.id,
    token_use: 'access',
    scope: scopes.join(' '),
    auth_time: Math.floor(now / 1000),
    version: 2,
    client_id: client.id,
  };
}

function sharedClaims({ pool, user, groups, session }: TokenSubject): JWTPayload {
  const { names } = inPrecedence(pool, groups);
  return {
    sub: user.sub,
    ...(names.length > 0 ? { 'cognito:groups': names } : {}),
    origin_jti: session.id,
    event_id: randomUUID(),
    auth_time: Math.floor(session.signedInAt / 1000),
  };
}

/** The IAM roles that the user's groups bring. */
function roleClaims({ pool, groups }: TokenSubject): JWTPayload {
  const { roles, preferredRole } = inPrecedence(pool, groups);
  return {
    ...(roles.length > 0 ? { 'cognito:roles': roles } : {}),
    ...(preferredRole === undefined ? {} : { 'cognito:preferred_role': preferredRole }),
  };
}

/** The left half of a hash (OpenID Connect Core, 3.1.3.6). */
function halfHash(token: string): string {
  return createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url');
}
