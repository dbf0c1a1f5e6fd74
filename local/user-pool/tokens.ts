import { createHash, randomUUID } from 'node:crypto';
import { SignJWT, decodeJwt, errors, jwtVerify } from 'jose';
import type { JWK, JWTPayload } from 'jose';
import type { Clock } from '../clock.ts';
import { missingScopes, notAuthorized } from './cognito-error.ts';
import { allClaims, claimsInScope } from './user-claims.ts';
import { inPrecedence } from './groups.ts';
import type { PoolKeys, SigningKey } from './keys.ts';
import { issuerOf } from './pool-settings.ts';
import type { PoolDirectory } from './pool-directory.ts';
import type { AppClient, PoolSettings } from './pool-settings.ts';
import type { Session } from './sessions.ts';
import type { User } from './user-store.ts';

/** An app client and its pool. */
interface KnownClient {
  readonly pool: PoolSettings;
  readonly client: AppClient;
}

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

/** What a sign-in or a refresh hands out; there is no ID token without the scope `openid`. */
export interface TokenPair {
  readonly accessToken: string;
  readonly idToken: string | undefined;
}

/** What an access token says that the pool's own operations need. */
export interface AccessClaims {
  readonly pool: PoolSettings;
  readonly sub: string;
  readonly sessionId: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** Issues and reads the pools' JSON Web Tokens (RFC 7519), signed with RS256. */
export class TokenIssuer {
  private readonly keys: ReadonlyMap<string, PoolKeys>;
  private readonly directory: PoolDirectory;
  private readonly clock: Clock;

  constructor(keys: ReadonlyMap<string, PoolKeys>, directory: PoolDirectory, clock: Clock) {
    this.keys = keys;
    this.directory = directory;
    this.clock = clock;
  }

  /** Both tokens of a session. `at_hash` (OpenID Connect Core, 3.1.3.6) is in those of the token endpoint only. */
  async issue(subject: TokenSubject): Promise<TokenPair> {
    const accessToken = await this.accessToken(subject);
    const { origin, scopes } = subject.session;
    if (origin === 'api') return { accessToken, idToken: await this.idToken(subject, {}) };
    if (!scopes.includes('openid')) return { accessToken, idToken: undefined };
    const { nonce } = subject;
    const more = { at_hash: halfHash(accessToken), ...(nonce === undefined ? {} : { nonce }) };
    return { accessToken, idToken: await this.idToken(subject, more) };
  }

  /** The claims are those of https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html */
  private async idToken(subject: TokenSubject, more: JWTPayload): Promise<string> {
    const { user, client, session } = subject;
    const claims = {
      ...(session.origin === 'api' ? allClaims(user) : claimsInScope(user, session.scopes)),
      'cognito:username': user.sub,
      aud: client.id,
      token_use: 'id',
      ...sharedClaims(subject),
      ...roleClaims(subject),
      ...more,
    };
    return this.sign(subject.pool, 'id', claims, client.idTokenSeconds);
  }

  /** It has no `aud`. Those of the token endpoint carry `version`, as all examples of AWS have it. */
  private async accessToken(subject: TokenSubject): Promise<string> {
    const { user, client, session } = subject;
    const claims = {
      client_id: client.id,
      token_use: 'access',
      scope: session.scopes.join(' '),
      username: user.sub,
      ...(session.origin === 'domain' ? { version: 2 } : {}),
      ...sharedClaims(subject),
    };
    return this.sign(subject.pool, 'access', claims, client.accessTokenSeconds);
  }

  /**
   * The access token of a machine: its subject is the client itself; no username, no groups, no `aud`. AWS shows such
   * tokens in examples and does not specify them: `version` and `auth_time` are as those have them.
   * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
   */
  async machineToken({ pool, client }: KnownClient, scopes: readonly string[]): Promise<string> {
    const claims = {
      sub: client.id,
      token_use: 'access',
      scope: scopes.join(' '),
      auth_time: Math.floor(this.clock.now() / 1000),
      version: 2,
      client_id: client.id,
    };
    return this.sign(pool, 'access', claims, client.accessTokenSeconds);
  }

  /** Checks signature, time and kind of an access token. Throws NotAuthorizedException. */
  async readAccessToken(token: string): Promise<AccessClaims> {
    const { pool, payload } = await this.verify(token);
    return accessClaims(pool, payload);
  }

  private async verify(token: string): Promise<{ pool: PoolSettings; payload: JWTPayload }> {
    try {
      const pool = this.directory.poolByIssuer(decodeJwt(token).iss ?? '');
      if (!pool) throw notAuthorized('Invalid Access Token');
      const { payload } = await jwtVerify(token, this.key(pool.id, 'access').publicKey, {
        algorithms: ['RS256'],
        issuer: issuerOf(pool),
        currentDate: new Date(this.clock.now()),
      });
      return { pool, payload };
    } catch (error) {
      // Whatever is wrong with a token, the caller learns only whether it is too old.
      const isTooOld = error instanceof errors.JWTExpired;
      throw notAuthorized(isTooOld ? 'Access Token has expired' : 'Invalid Access Token');
    }
  }

  /** The public keys of a pool (RFC 7517), or undefined when there is no such pool. */
  jwks(poolId: string): { keys: JWK[] } | undefined {
    const keys = this.directory.findPool(poolId) && this.keys.get(poolId);
    return keys && { keys: [keys.id.publicJwk, keys.access.publicJwk] };
  }

  private async sign(
    pool: PoolSettings,
    use: keyof PoolKeys,
    claims: JWTPayload,
    lifetimeSeconds: number,
  ): Promise<string> {
    const key = this.key(pool.id, use);
    const issuedAt = Math.floor(this.clock.now() / 1000);
    return new SignJWT({ ...claims, iss: issuerOf(pool), jti: randomUUID() })
      .setProtectedHeader({ kid: key.kid, alg: 'RS256' })
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetimeSeconds)
      .sign(key.privateKey);
  }

  private key(poolId: string, use: keyof PoolKeys): SigningKey {
    const keys = this.keys.get(poolId);
    if (!keys) throw new Error(`There are no signing keys for pool ${poolId}`);
    return keys[use];
  }
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

function accessClaims(pool: PoolSettings, payload: JWTPayload): AccessClaims {
  const { sub, origin_jti: sessionId, client_id: clientId, token_use: use, scope } = payload;
  if (use !== 'access' || !sub || typeof clientId !== 'string' || typeof scope !== 'string') {
    throw notAuthorized('Invalid Access Token');
  }
  // A machine's token: it belongs to no sign-in, and speaks for no user.
  if (typeof sessionId !== 'string') throw missingScopes();
  return { pool, sub, sessionId, clientId, scopes: scope.split(' ') };
}

/** The left half of a hash (OpenID Connect Core, 3.1.3.6). */
function halfHash(token: string): string {
  return createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url');
}
