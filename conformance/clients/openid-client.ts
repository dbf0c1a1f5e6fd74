import * as oidc from 'openid-client';
import type { AppClient } from '../house/house.ts';
import { addressAt } from './aws-address.ts';
import type { OAuthClient, OAuthClientKind, SecretPlace } from './oauth-client.ts';

/**
 * Discovers the pool by its issuer. `customFetch` moves AWS's address to the stand-in, `allowInsecureRequests` lets it
 * speak HTTP; in return the signatures of ID tokens are checked, which it leaves to TLS otherwise.
 */
export const openidClient: OAuthClientKind = {
  name: 'openid-client',
  async open(house, pool, app, place = 'basic') {
    const config = await oidc.discovery(
      new URL(house.issuer(pool)),
      app.id,
      undefined,
      authenticationOf(app, place),
      {
        [oidc.customFetch]: (url, options) => fetch(addressAt(house, url), options as RequestInit),
        execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks],
      },
    );
    return clientOf(config);
  },
};

function authenticationOf({ secret }: AppClient, place: SecretPlace): oidc.ClientAuth {
  if (secret === undefined) return oidc.None();
  return place === 'basic' ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret);
}

function clientOf(config: oidc.Configuration): OAuthClient {
  return {
    clientCredentials: (scope) =>
      oidc.clientCredentialsGrant(config, scope === undefined ? {} : { scope }),
    async beginSignIn({ redirectUri, scope }) {
      const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
      const expectedState = oidc.randomState();
      const expectedNonce = oidc.randomNonce();
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope,
        state: expectedState,
        nonce: expectedNonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: 'S256',
      });
      const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true };
      return { url, finish: (callback) => oidc.authorizationCodeGrant(config, callback, checks) };
    },
    refresh: (refreshToken) => oidc.refreshTokenGrant(config, refreshToken),
    revoke: (refreshToken) => oidc.tokenRevocation(config, refreshToken),
    userInfo: (accessToken, sub) => oidc.fetchUserInfo(config, accessToken, sub),
  };
}
