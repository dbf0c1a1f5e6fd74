import { randomUUID } from 'node:crypto';
import { SignJWT, decodeJwt, errors, jwtVerify } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';
import type { Clock } from '../../clock.ts';
import { formFault } from '../../compact-token.ts';
import { missingScopes, notAuthorized } from '../cognito-error.ts';
import type { PoolKeys, SigningKey } from './keys.ts';
import { issuerOf } from '../directory/pool-settings.ts';
import type { PoolClient, PoolDirectory } from '../directory/pool-directory.ts';
import type { AppClient, PoolSettings } from '../directory/pool-settings.ts';
import { accessClaims, idClaims, machineClaims } from './token-claims.ts';
import type { TokenSubject } from './token-claims.ts';
import type { UserStore } from '../users/user-store.ts';

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
  private readonly users: UserStore;
  private readonly clock: Clock;

  constructor(
    keys: ReadonlyMap<string, PoolKeys>,
    directory: PoolDirectory,
    users: UserStore,
    clock: Clock,
  ) {
    this.keys = keys;
    this.directory = directory;
    this.users = users;
    this.clock = clock;
  }

  /** The tokens of a session. Groups are read anew, so that a refresh shows a granted one. */
  async issue(holder: Omit<TokenSubject, 'groups'>): Promise<TokenPair> {
    const { pool, client, session } = holder;
    const subject = { ...holder, groups: this.users.groupsOf(holder.user) };
    const accessToken = await this.accessToken(pool, client, accessClaims(subject));
    const hasIdToken = session.origin === 'api' || session.scopes.includes('openid');
    if (!hasIdToken) return { accessToken, idToken: undefined };
    const claims = idClaims(subject, accessToken);
    return { accessToken, idToken: await this.sign(pool, 'id', claims, client.idTokenSeconds) };
  }

  /** The one token of a machine. */
  async machineToken({ pool, client }: PoolClient, scopes: readonly string[]): Promise<string> {
    return this.accessToken(pool, client, machineClaims(client, scopes, this.clock.now()));
  }

  /** Checks signature, time and kind of an access token. Throws NotAuthorizedException. */
  async readAccessToken(token: string): Promise<AccessClaims> {
    const { pool, payload } = await this.verify(token);
    return readClaims(pool, payload);
  }

  private async verify(token: string): Promise<{ pool: PoolSettings; payload: JWTPayload }> {
    const fault = formFault(token);
    if (fault !== undefined) throw notAuthorized('Invalid Access Token').because(fault);
    try {
      const pool = this.directory.poolByIssuer(decodeJwt(token).iss ?? '');
      if (!pool) throw notAuthorized('Invalid Access Token');
      const key = this.key(pool.id, 'access');
      const { payload } = await jwtVerify(token, (header) => namedKey(key, header.kid), {
        algorithms: ['RS256'],
        issuer: issuerOf(pool),
        requiredClaims: ['exp'],
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

  private async accessToken(
    pool: PoolSettings,
    client: AppClient,
    claims: JWTPayload,
  ): Promise<string> {
    return this.sign(pool, 'access', claims, client.accessTokenSeconds);
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

/** The key, if it is the one that the token names. */
function namedKey({ kid, publicKey }: SigningKey, named: string | undefined): CryptoKey {
  if (named === kid) return publicKey;
  throw notAuthorized('Invalid Access Token');
}

function readClaims(pool: PoolSettings, payload: JWTPayload): AccessClaims {
  const { origin_jti: sessionId, client_id: clientId, token_use: use, scope } = payload;
  // Its type is jose's promise, which jose does not keep.
  const sub: unknown = payload.sub;
  if (use !== 'access' || !isText(sub) || !isText(clientId) || !isText(scope)) {
    throw notAuthorized('Invalid Access Token');
  }
  // A machine's token: it belongs to no sign-in, and speaks for no user.
  if (!isText(sessionId)) throw missingScopes();
  return { pool, sub, sessionId, clientId, scopes: scope.split(' ') };
}

function isText(claim: unknown): claim is string {
  return typeof claim === 'string' && claim !== '';
}
