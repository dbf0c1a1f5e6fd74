import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';

/** Signs tokens shaped like Cognito's, with a key of its own. Tests only. */
export interface TokenIssuer {
  jwks: { keys: JWK[] };
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  /** An ID token that is good in every way, unless claims or header say otherwise. */
  idToken(claims?: Record<string, unknown>, header?: { kid?: string }): Promise<string>;
  /** An access token with these scopes, as Cognito makes them: `client_id`, and no `aud`. */
  accessToken(scope: string, claims?: Record<string, unknown>): Promise<string>;
}

export async function tokenIssuer(userPoolId: string, clientId: string): Promise<TokenIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomUUID();
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  const sign: TokenIssuer['idToken'] = (claims = {}, header = {}) =>
    new SignJWT({ ...goodClaims(userPoolId, clientId), ...claims })
      .setProtectedHeader({ alg: 'RS256', kid, ...header })
      .sign(privateKey);
  return {
    jwks: { keys: [jwk] },
    privateKey,
    publicKey,
    idToken: sign,
    accessToken: (scope, claims = {}) => {
      const kind = { token_use: 'access', aud: undefined, client_id: clientId, scope };
      return sign({ ...kind, email: undefined, email_verified: undefined, ...claims });
    },
  };
}

export function goodClaims(userPoolId: string, clientId: string): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  const sub = randomUUID();
  return {
    sub,
    email: 'somebody@presspass.test',
    email_verified: true,
    'cognito:username': sub,
    iss: `https://cognito-idp.${userPoolId.split('_')[0] ?? ''}.amazonaws.com/${userPoolId}`,
    aud: clientId,
    token_use: 'id',
    auth_time: now,
    iat: now,
    exp: now + 3600,
    jti: randomUUID(),
  };
}
