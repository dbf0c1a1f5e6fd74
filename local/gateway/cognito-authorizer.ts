import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { JwtExpiredError } from 'aws-jwt-verify/error';
import type { Jwks } from 'aws-jwt-verify/jwk';
import type { CognitoIdTokenPayload } from 'aws-jwt-verify/jwt-model';
import type { JWK } from 'jose';
import type { Clock } from '../clock.ts';
import { claimStrings } from './claim-strings.ts';
import { expiredToken, unauthorized } from './gateway-response.ts';
import type { GatewayResponse } from './gateway-response.ts';

/** What an authorizer decides: the claims that go to the function, or what the caller gets instead. */
export type Decision = { claims: Record<string, string> } | { refusal: GatewayResponse };

/** Whose tokens pass. */
export interface TrustedPool {
  userPoolId: string;
  /** The app clients that `identityValidationExpression` lets through, matched against `aud`. */
  clientIds: string[];
  /** The pool's public keys: they are handed over, never fetched. */
  jwks: { keys: JWK[] };
}

/**
 * A REST API's authorizer of type COGNITO_USER_POOLS on a method without scopes: it wants an ID
 * token, raw or after `Bearer ` (AWS: "Integrate a REST API with an Amazon Cognito user pool").
 */
export class CognitoAuthorizer {
  readonly #verify: (token: string) => CognitoIdTokenPayload;
  readonly #clock: Clock;

  constructor({ userPoolId, clientIds, jwks }: TrustedPool, clock: Clock) {
    const verifier = CognitoJwtVerifier.create({ userPoolId, tokenUse: 'id', clientId: clientIds });
    verifier.cacheJwks(jwks as Jwks);
    this.#verify = (token) => verifier.verifySync(token);
    this.#clock = clock;
  }

  /** Decides on the value of the `Authorization` header. */
  decide(authorization: string | undefined): Decision {
    const token = authorization?.replace(/^Bearer /i, '') ?? '';
    if (token === '') return { refusal: unauthorized('There is no token.') };
    try {
      const payload = this.#verify(token);
      if (!Number.isFinite(payload.exp)) return { refusal: unauthorized('It never expires.') };
      // The verifier goes by the machine's clock; this is the stand-in's, which tests may move.
      if (payload.exp * 1000 <= this.#clock.now()) return { refusal: expiredToken };
      return { claims: claimStrings(payload) };
    } catch (problem) {
      // The verifier refuses by throwing.
      if (problem instanceof JwtExpiredError) return { refusal: expiredToken };
      return { refusal: unauthorized(problem instanceof Error ? problem.message : 'unknown') };
    }
  }
}
