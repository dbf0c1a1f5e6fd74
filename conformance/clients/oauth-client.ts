import type { ClientName } from '../check.ts';
import type { AppClient, House } from '../house/house.ts';

/** The members of a token response, as they arrived. */
export type TokenMembers = Readonly<Record<string, unknown>>;

/** How a client with a secret shows it: in the Authorization header, or in the form. */
export type SecretPlace = 'basic' | 'post';

/** A sign-in in a browser that has begun. */
interface BegunSignIn {
  /** Where the browser is sent. */
  readonly url: URL;
  /** Exchanges the code in the address that the browser came back to; checks state, nonce and signature where the client does. */
  finish(callback: URL): Promise<TokenMembers>;
}

interface SignInRequest {
  readonly redirectUri: string;
  readonly scope: string;
}

/** What applications do at the OAuth endpoints, through one of the clients that they really use. */
export interface OAuthClient {
  clientCredentials(scope?: string): Promise<TokenMembers>;
  beginSignIn(request: SignInRequest): Promise<BegunSignIn>;
  refresh(refreshToken: string): Promise<TokenMembers>;
  revoke(refreshToken: string): Promise<void>;
  userInfo(accessToken: string, sub: string): Promise<TokenMembers>;
}

export interface OAuthClientKind {
  readonly name: ClientName;
  /** For an app client of one of the pools; `place` matters only where there is a secret. */
  open(
    house: House,
    pool: 'people' | 'services',
    app: AppClient,
    place?: SecretPlace,
  ): Promise<OAuthClient>;
}
