import * as oauth from 'oauth4webapi';
import type { AppClient, House } from '../house/house.ts';
import { addressAt } from './aws-address.ts';
import type { OAuthClient, OAuthClientKind, SecretPlace } from './oauth-client.ts';

/** The plain steps below openid-client, each with its own options for fetch and HTTP; ID tokens' signatures are checked. */
export const oauth4webapi: OAuthClientKind = {
  name: 'oauth4webapi',
  async open(house, pool, app, place = 'post') {
    const issuer = new URL(house.issuer(pool));
    const options = optionsFor(house);
    const answer = await oauth.discoveryRequest(issuer, options);
    const server = await oauth.processDiscoveryResponse(issuer, answer);
    return new Steps(server, app, authenticationOf(app, place), options);
  },
};

interface Options {
  [oauth.customFetch]: (url: string, init: object) => Promise<Response>;
  [oauth.allowInsecureRequests]: true;
}

function optionsFor(house: House): Options {
  return {
    [oauth.customFetch]: (url, init) => fetch(addressAt(house, url), init),
    [oauth.allowInsecureRequests]: true,
  };
}

function authenticationOf({ secret }: AppClient, place: SecretPlace): oauth.ClientAuth {
  if (secret === undefined) return oauth.None();
  return place === 'basic' ? oauth.ClientSecretBasic(secret) : oauth.ClientSecretPost(secret);
}

class Steps implements OAuthClient {
  readonly #server: oauth.AuthorizationServer;
  readonly #app: oauth.Client;
  readonly #authentication: oauth.ClientAuth;
  readonly #options: Options;

  constructor(
    server: oauth.AuthorizationServer,
    app: AppClient,
    authentication: oauth.ClientAuth,
    options: Options,
  ) {
    this.#server = server;
    this.#app = { client_id: app.id };
    this.#authentication = authentication;
    this.#options = options;
  }

  async clientCredentials(scope?: string) {
    const answer = await oauth.clientCredentialsGrantRequest(
      ...this.#who,
      scope === undefined ? {} : { scope },
      this.#options,
    );
    return oauth.processClientCredentialsResponse(this.#server, this.#app, answer);
  }

  async beginSignIn({ redirectUri, scope }: { redirectUri: string; scope: string }) {
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const nonce = oauth.generateRandomNonce();
    const url = new URL(this.#server.authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      client_id: this.#app.client_id,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope,
      state,
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).toString();
    const finish = async (callback: URL) => {
      const parameters = oauth.validateAuthResponse(this.#server, this.#app, callback, state);
      const answer = await oauth.authorizationCodeGrantRequest(
        ...this.#who,
        parameters,
        redirectUri,
        verifier,
        this.#options,
      );
      const checks = { expectedNonce: nonce, requireIdToken: true };
      const tokens = await oauth.processAuthorizationCodeResponse(
        this.#server,
        this.#app,
        answer,
        checks,
      );
      await oauth.validateApplicationLevelSignature(this.#server, answer, this.#options);
      return tokens;
    };
    return { url, finish };
  }

  async refresh(refreshToken: string) {
    const answer = await oauth.refreshTokenGrantRequest(...this.#who, refreshToken, this.#options);
    return oauth.processRefreshTokenResponse(this.#server, this.#app, answer);
  }

  async revoke(refreshToken: string) {
    const answer = await oauth.revocationRequest(...this.#who, refreshToken, this.#options);
    await oauth.processRevocationResponse(answer);
  }

  async userInfo(accessToken: string, sub: string) {
    const answer = await oauth.userInfoRequest(this.#server, this.#app, accessToken, this.#options);
    return oauth.processUserInfoResponse(this.#server, this.#app, sub, answer);
  }

  get #who() {
    return [this.#server, this.#app, this.#authentication] as const;
  }
}
