import type { Clock } from '../clock.ts';
import type { Answer } from '../http/answer.ts';
import { forbidden, unauthorized } from './http-responses.ts';
import { jwtClaims } from './jwt-claims.ts';
import type { Authorizer, Decision } from './routes.ts';
import { TokenVerifier } from './token-verifier.ts';
import type { TokenClaims, TokenFault } from './token-verifier.ts';
import type { TrustedPool } from './trusted-pool.ts';

/** JWT authorizers remember keys, not tokens; here it saves time and shows nowhere. */
const rememberedSeconds = 300;

/**
 * An HTTP API's JWT authorizer (AWS: "Control access to HTTP APIs with JWT authorizers in API Gateway"): one issuer,
 * its app clients as audience. It does not look at `token_use`: an ID token passes where a route has no scopes.
 */
export class JwtAuthorizer implements Authorizer {
  readonly #pool: TrustedPool;
  readonly #clock: Clock;
  readonly #verifier: TokenVerifier;

  constructor(pool: TrustedPool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
    const write = jwtClaims;
    this.#verifier = new TokenVerifier({
      pools: [pool],
      clock,
      ttlSeconds: rememberedSeconds,
      write,
    });
  }

  /** Decides on the value of the `Authorization` header for a route with these scopes, bare or after `Bearer `. */
  decide(authorization: string | undefined, scopes: readonly string[]): Decision {
    const token = authorization?.replace(/^Bearer( |$)/i, '').trim() ?? '';
    if (token === '') return { refusal: noToken };
    const outcome = this.#verifier.verify(token);
    if ('kind' in outcome && !('claims' in outcome)) return { refusal: faulty(outcome, token) };
    // The order of the checks is AWS's: audience, then time, then scopes.
    if (!this.#isForUs(outcome.claims)) return { refusal: wrongAudience(outcome.claims) };
    if ('kind' in outcome) return { refusal: faulty(outcome, token) };
    if (isFromTheFuture(outcome.claims, this.#clock.now())) return { refusal: fromTheFuture };
    return admit(outcome, scopes);
  }

  /** `client_id` counts only in a token without `aud`. */
  #isForUs({ aud, client_id: clientId }: TokenClaims): boolean {
    const audience = [aud ?? clientId].flat();
    return audience.some((one) => typeof one === 'string' && this.#pool.clientIds.includes(one));
  }
}

/** The form of the header is published, with this description of a wrong audience; the other descriptions are not, unless captured. */
const invalid = (description: string, reason: string): Answer =>
  unauthorized(`Bearer scope="" error="invalid_token" error_description="${description}"`, reason);

const noToken = unauthorized('Bearer', 'the request carries no token in the header Authorization');

function wrongAudience({ aud, client_id: clientId }: TokenClaims): Answer {
  const audience = JSON.stringify(aud ?? clientId ?? 'nobody');
  return invalid(
    'the token does not have a valid audience',
    `token was issued for ${audience}, which is no audience of this authorizer`,
  );
}

/** Captured: the number of segments, and the issuer's in an access log. */
const descriptions: Record<Exclude<TokenFault['kind'], 'malformed'>, string> = {
  issuer: 'issuer does not match',
  algorithm: 'the token has an invalid signing method',
  signature: 'the token has an invalid signature',
  time: 'the token has no expiry',
  expired: 'the token has expired',
  early: 'the token is not valid yet',
};

function faulty({ kind, detail }: TokenFault, token: string): Answer {
  if (kind !== 'malformed') return invalid(descriptions[kind], detail);
  const hasThree = token.split('.').length === 3;
  const description = hasThree
    ? 'token is malformed'
    : 'token contains an invalid number of segments';
  return invalid(description, detail);
}

const future = 'the token was issued in the future';
const fromTheFuture = invalid(future, future);

function isFromTheFuture({ iat }: TokenClaims, now: number): boolean {
  return typeof iat === 'number' && iat * 1000 > now;
}

/** `scope`, or `scp` as other issuers write it: a list or a text. */
function heldScopes({ scope, scp }: TokenClaims): string[] {
  const held = [scope ?? scp].flat().filter((text) => typeof text === 'string');
  return held.flatMap((text) => text.split(' ')).filter(Boolean);
}

function admit(
  { claims, written }: { claims: TokenClaims; written: Readonly<Record<string, string>> },
  wanted: readonly string[],
): Decision {
  // What the function gets here on a route with scopes is not published: the token's own.
  if (wanted.length === 0) return { admission: { claims: written, scopes: null } };
  const held = heldScopes(claims);
  if (wanted.some((scope) => held.includes(scope))) {
    return { admission: { claims: written, scopes: held } };
  }
  const has = held.length > 0 ? held.join(' ') : 'none';
  // RFC 6750 section 3.1; whether AWS sends it with a 403 is not published.
  const challenge = `Bearer scope="${wanted.join(' ')}" error="insufficient_scope"`;
  return {
    refusal: forbidden(challenge, `token lacks the scopes ${wanted.join(' or ')}; it has ${has}`),
  };
}
