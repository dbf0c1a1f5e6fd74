import { JwtVerifier } from 'aws-jwt-verify';
import { JwtInvalidSignatureAlgorithmError, JwtParseError } from 'aws-jwt-verify/error';
import type { Jwks } from 'aws-jwt-verify/jwk';
import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt';
import type { JWK } from 'jose';
import type { Clock } from '../clock.ts';
import { formFault } from '../compact-token.ts';
import { signingKeyFault } from '../signing-key-fault.ts';
import { issuerOf } from './trusted-pool.ts';
import type { TrustedPool } from './trusted-pool.ts';
import { VerifiedTokens } from './verified-tokens.ts';

/** What a token says, values as they are in it. */
export type TokenClaims = Readonly<Record<string, unknown>>;

/** A token that one of the pools has signed and that has not expired. */
export interface GenuineToken {
  claims: TokenClaims;
  /** The claims as this kind of gateway hands them to a function. */
  written: Readonly<Record<string, string>>;
  scopes: readonly string[];
  pool: TrustedPool;
}

/** Why a token is not genuine; `detail` is for people and never holds the token. One that has expired, or is not valid yet, is genuine in all else. */
export type TokenFault =
  | { kind: 'malformed' | 'issuer' | 'algorithm' | 'signature' | 'time'; detail: string }
  | { kind: 'expired' | 'early'; detail: string; claims: TokenClaims };

/** What a token verifier needs to know. */
export interface VerifierOptions {
  pools: readonly TrustedPool[];
  clock: Clock;
  /** How long a verified token is remembered. */
  ttlSeconds: number;
  /** Writes claims as this kind of gateway hands them to a function. */
  write: (claims: TokenClaims) => Record<string, string>;
}

/** A hundred thousand years: the verifier goes by the machine's clock, and time is checked here by the stand-in's. */
const graceSeconds = 100_000 * 365 * 24 * 3600;

/** Checks that a token is genuine: form, issuer, signature (RS256 with a key of the pool), time. */
export class TokenVerifier {
  readonly #options: VerifierOptions;
  readonly #pools: ReadonlyMap<string, { pool: TrustedPool; verify: (token: string) => unknown }>;
  readonly #remembered: VerifiedTokens<GenuineToken>;

  constructor(options: VerifierOptions) {
    this.#options = options;
    this.#pools = new Map(
      options.pools.map((pool) => {
        const issuer = issuerOf(pool.userPoolId);
        checkKeys(issuer, pool.jwks.keys);
        const verifier = JwtVerifier.create({ issuer, audience: null, graceSeconds });
        verifier.cacheJwks(pool.jwks as Jwks);
        return [issuer, { pool, verify: (token: string) => verifier.verifySync(token) }] as const;
      }),
    );
    this.#remembered = new VerifiedTokens(options.ttlSeconds);
  }

  /** Verifies, or recalls that it did. */
  verify(token: string): GenuineToken | TokenFault {
    const now = this.#options.clock.now();
    const known = this.#remembered.find(token, now);
    if (known) return known;
    const outcome = this.#checkSignature(token);
    if ('kind' in outcome) return outcome;
    const fault = timeFault(outcome.claims, now);
    if (fault) return fault;
    this.#remembered.remember(token, outcome, now, Number(outcome.claims['exp']) * 1000);
    return outcome;
  }

  #checkSignature(token: string): GenuineToken | TokenFault {
    const fault = formFault(token);
    if (fault !== undefined) return { kind: 'malformed', detail: `token is no JWT: ${fault}` };
    try {
      const claims: TokenClaims = decomposeUnverifiedJwt(token).payload;
      const issuer = this.#pools.get(String(claims['iss']));
      if (!issuer) return { kind: 'issuer', detail: wrongIssuer(claims['iss'], this.#pools) };
      issuer.verify(token);
      const { write } = this.#options;
      return { claims, written: write(claims), scopes: scopesIn(claims), pool: issuer.pool };
    } catch (problem) {
      // The library refuses by throwing.
      return faultOf(problem);
    }
  }
}

/** Throws for keys that no token may be checked with, and for two of one name. */
function checkKeys(issuer: string, keys: readonly JWK[]): void {
  const names = new Set<unknown>();
  for (const key of keys) {
    const fault = names.has(key.kid) ? 'another key has the same kid' : signingKeyFault(key);
    if (fault !== undefined) throw new Error(`A key of ${issuer} is not to be trusted: ${fault}.`);
    names.add(key.kid);
  }
}

/** The scopes of an access token; an ID token has none. */
function scopesIn({ scope }: TokenClaims): string[] {
  return typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [];
}

function faultOf(problem: unknown): TokenFault {
  if (problem instanceof JwtParseError) return { kind: 'malformed', detail: 'token is no JWT' };
  if (problem instanceof JwtInvalidSignatureAlgorithmError) {
    return { kind: 'algorithm', detail: 'token is not signed with RS256' };
  }
  // A wrong signature, an unknown key, a key for something else: all of it means that the pool did not sign this.
  const why = problem instanceof Error ? problem.message : 'it could not be checked';
  return { kind: 'signature', detail: `token was not signed by the user pool: ${why}` };
}

const wrongIssuer = (issuer: unknown, wanted: ReadonlyMap<string, unknown>): string =>
  typeof issuer === 'string'
    ? `token was issued by another user pool, ${issuer}, not by ${[...wanted.keys()].join(' or ')}`
    : 'token names no issuer';

function timeFault(claims: TokenClaims, now: number): TokenFault | undefined {
  const { exp, nbf } = claims;
  if (typeof exp !== 'number') return { kind: 'time', detail: 'token never expires' };
  if (exp * 1000 <= now) {
    return { kind: 'expired', detail: `token expired at ${inWords(exp)}`, claims };
  }
  // The library, which goes by the machine's clock, is told to overlook it, and takes numbers only.
  if (typeof nbf !== 'number' || nbf * 1000 <= now) return undefined;
  return { kind: 'early', detail: `token is not valid before ${inWords(nbf)}`, claims };
}

/** A date that may lie beyond what a Date can hold, since a token's maker chose it. */
function inWords(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? 'a date beyond reason' : date.toISOString();
}
