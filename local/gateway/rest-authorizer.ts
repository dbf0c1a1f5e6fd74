import type { Clock } from '../clock.ts';
import { claimStrings } from './claim-strings.ts';
import type { AuthorizerSettings } from './operation-security.ts';
import { expiredToken, unauthorized } from './rest-responses.ts';
import type { Authorizer, Decision } from './routes.ts';
import { TokenVerifier } from './token-verifier.ts';
import type { GenuineToken, TokenClaims } from './token-verifier.ts';

/**
 * A REST API's authorizer of type COGNITO_USER_POOLS (AWS: "Control access to REST APIs using Amazon Cognito user
 * pools as an authorizer"). It verifies offline: a token that was revoked, or whose app client was deleted, passes
 * until it expires, as on AWS ("Ending user sessions with token revocation").
 */
export class RestAuthorizer implements Authorizer {
  readonly #audience: RegExp | undefined;
  readonly #verifier: TokenVerifier;

  constructor({ pools, audience, resultTtlSeconds }: AuthorizerSettings, clock: Clock) {
    this.#audience = audience;
    this.#verifier = new TokenVerifier({
      pools: Object.values(pools),
      clock,
      ttlSeconds: resultTtlSeconds,
      write: claimStrings,
    });
  }

  /** Decides on the value of the `Authorization` header for a method with these scopes, raw or after `Bearer `. */
  decide(authorization: string | undefined, scopes: readonly string[]): Decision {
    const token = authorization?.replace(/^Bearer( |$)/i, '') ?? '';
    if (token === '') return refuse('the request carries no token in the header Authorization');
    const outcome = this.#verifier.verify(token);
    if ('kind' in outcome && !('claims' in outcome)) return refuse(outcome.detail);
    // Compared before expiry: a token of another client is not told that it has expired.
    if (this.#audience && !isFor(this.#audience, outcome.claims)) {
      return refuse(wrongAudience(outcome.claims, scopes));
    }
    // What AWS does about `nbf`, which Cognito's tokens never have, is not published.
    if ('kind' in outcome) {
      return outcome.kind === 'early'
        ? refuse(outcome.detail)
        : { refusal: expiredToken(outcome.detail) };
    }
    const wrongKind = scopes.length > 0 ? lackOfScope(outcome, scopes) : notAnIdToken(outcome);
    if (wrongKind !== undefined) return refuse(wrongKind);
    return { admission: { claims: outcome.written, scopes: null } };
  }
}

const refuse = (reason: string): Decision => ({ refusal: unauthorized(reason) });

/** Without scopes the token counts as an identity token. */
function notAnIdToken({ claims }: GenuineToken): string | undefined {
  if (claims['token_use'] === 'id') return undefined;
  return `method has no scopes and wants an ID token; this is ${kindOf(claims)}`;
}

/** With scopes the token counts as an access token, and any one of them is enough. */
function lackOfScope(
  { claims, scopes: held }: GenuineToken,
  wanted: readonly string[],
): string | undefined {
  if (claims['token_use'] !== 'access') {
    return `method has scopes and wants an access token; this is ${kindOf(claims)}`;
  }
  if (wanted.some((scope) => held.includes(scope))) return undefined;
  const has = held.length > 0 ? held.join(' ') : 'none';
  return `token lacks the scopes ${wanted.join(' or ')}; it has ${has}`;
}

function kindOf({ token_use: use }: TokenClaims): string {
  if (use === 'id') return 'an ID token';
  return use === 'access' ? 'an access token' : 'neither an ID token nor an access token';
}

const isFor = (audience: RegExp, { aud }: TokenClaims): boolean =>
  typeof aud === 'string' && audience.test(aud);

function wrongAudience(claims: TokenClaims, scopes: readonly string[]): string {
  if (claims['token_use'] === 'access') {
    const wanting = scopes.length > 0 ? 'authorizer compares aud' : 'method has no scopes';
    return `${wanting} and wants an ID token; this is an access token`;
  }
  return typeof claims['aud'] === 'string'
    ? `token was issued for another app client, ${claims['aud']}`
    : 'token names no app client in aud';
}
