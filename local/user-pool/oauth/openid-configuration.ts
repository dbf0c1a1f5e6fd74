import { issuerOf } from '../directory/pool-settings.ts';
import type { PoolSettings } from '../directory/pool-settings.ts';

/**
 * OpenID Connect Discovery 1.0 with the members that Cognito lists. The issuer is AWS's, as in the tokens; everything that
 * is fetched, the keys included, is at the stand-in's own address, `http://localhost:4300`.
 */
export function openidConfiguration(pool: PoolSettings, address: string): object {
  return {
    authorization_endpoint: `${address}/oauth2/authorize`,
    end_session_endpoint: `${address}/logout`,
    id_token_signing_alg_values_supported: ['RS256'],
    issuer: issuerOf(pool),
    jwks_uri: `${address}/${pool.id}/.well-known/jwks.json`,
    response_types_supported: ['code', 'token'],
    revocation_endpoint: `${address}/oauth2/revoke`,
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
    token_endpoint: `${address}/oauth2/token`,
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    userinfo_endpoint: `${address}/oauth2/userInfo`,
  };
}
