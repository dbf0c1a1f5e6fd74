import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { Configuration } from '../../shared/configuration';

const clientId = '1exampleclient000000000001';
const poolId = 'eu-west-1_example01';

/** What `/amplify_outputs.json` says of a user pool with a domain, for an app at `appOrigin`. */
export function configurationWithDomain(appOrigin: string): Configuration {
  const localEndpoint = 'http://127.0.0.1:9/';
  return {
    localEndpoint,
    outputs: {
      version: '1.4',
      auth: {
        aws_region: 'eu-west-1',
        user_pool_id: poolId,
        user_pool_client_id: clientId,
        oauth: {
          identity_providers: [],
          domain: '127.0.0.1:9',
          scopes: ['openid', 'email', 'aws.cognito.signin.user.admin'],
          redirect_sign_in_uri: [`${appOrigin}/sign-in`],
          redirect_sign_out_uri: [`${appOrigin}/`],
          response_type: 'code',
        },
      },
      custom: { local: { endpoint: localEndpoint, domain: 'http://127.0.0.1:9' } },
    },
  };
}

/** What a forger, or a confused server, may put into an ID token. */
export interface Forgery {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signed by a key that is not the user pool's. */
  readonly isForeign?: boolean;
}

/**
 * A user pool's domain behind `fetch`, with tokens that are really signed. `nonce` is to be the one of the sign-in; what it
 * answers next is set by `forge` and `answer`; `asked` lists the requests.
 */
export class FakeUserPoolDomain {
  readonly asked: { readonly path: string; readonly form: URLSearchParams }[] = [];
  nonce = '';
  /** Seconds that its clock is ahead of this device's. */
  clockAhead = 0;
  person = { sub: '53bf2def-5c59-4639-a656-cd9f743c3c9c', email: 'reader@presspass.test' };
  private forgery: Forgery = {};
  private readonly answers = new Map<string, () => Promise<Response>>();

  private constructor(
    private readonly keys: CryptoKeyPair,
    private readonly foreign: CryptoKeyPair,
  ) {}

  static async open(): Promise<FakeUserPoolDomain> {
    const [keys, foreign] = await Promise.all([
      generateKeyPair('RS256', { extractable: true }),
      generateKeyPair('RS256'),
    ]);
    return new FakeUserPoolDomain(keys, foreign);
  }

  forge(forgery: Forgery): void {
    this.forgery = forgery;
  }

  /** From now on `path` is answered so; without an answer as it should be. */
  answer(path: string, answer?: () => Promise<Response>): void {
    if (answer) this.answers.set(path, answer);
    else this.answers.delete(path);
  }

  /** How often `path` was asked. */
  count(path: string): number {
    return this.asked.filter((one) => one.path === path).length;
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const { pathname: path } = new URL(input instanceof Request ? input.url : input);
    const form = init?.body instanceof URLSearchParams ? init.body : new URLSearchParams();
    this.asked.push({ path, form });
    const answer = this.answers.get(path);
    if (answer) return answer();
    if (path === '/oauth2/token') return json(200, await this.tokens());
    if (path.endsWith('/jwks.json')) return json(200, { keys: [await this.publicKey()] });
    return json(200, {});
  };

  private async tokens(): Promise<object> {
    const { sub, email } = this.person;
    const { nonce } = this;
    return {
      id_token: await this.token({ token_use: 'id', aud: clientId, sub, email, nonce }),
      access_token: await this.token({ token_use: 'access', client_id: clientId, sub }),
      refresh_token: `refresh-of-${sub}`,
      expires_in: 3600,
      token_type: 'Bearer',
    };
  }

  private token(claims: Readonly<Record<string, unknown>>): Promise<string> {
    const now = Math.floor(Date.now() / 1000) + this.clockAhead;
    const issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${poolId}`;
    const username = this.person.sub;
    const { isForeign = false, claims: forged } = this.forgery;
    return new SignJWT({
      ...{ iss: issuer, iat: now, exp: now + 3600, username, origin_jti: 'one' },
      ...claims,
      ...forged,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign((isForeign ? this.foreign : this.keys).privateKey);
  }

  private async publicKey(): Promise<object> {
    const jwk = await exportJWK(this.keys.publicKey);
    return { ...jwk, kid: 'one', alg: 'RS256', use: 'sig' };
  }
}

export function json(status: number, body: object): Response {
  const headers = { 'content-type': 'application/json;charset=UTF-8' };
  return new Response(JSON.stringify(body), { status, headers });
}
