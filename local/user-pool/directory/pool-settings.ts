/** The ways of signing in that an app client may allow; Cognito's ExplicitAuthFlows. */
export type AllowedFlow =
  | 'ALLOW_ADMIN_USER_PASSWORD_AUTH'
  | 'ALLOW_CUSTOM_AUTH'
  | 'ALLOW_REFRESH_TOKEN_AUTH'
  | 'ALLOW_USER_AUTH'
  | 'ALLOW_USER_PASSWORD_AUTH'
  | 'ALLOW_USER_SRP_AUTH';

/** What an app client may do at the pool's domain; Cognito's AllowedOAuthFlowsUserPoolClient is that there is one. */
export interface OAuthSettings {
  readonly flows: readonly ('code' | 'implicit' | 'client_credentials')[];
  /** Standard scopes as `openid`, and custom ones as `weather-api/get`. */
  readonly scopes: readonly string[];
  /** Where a browser may be sent after signing in, compared as they are (see `loopbackPorts`); empty for machines. */
  readonly callbackUrls: readonly string[];
  /** Where a browser may be sent after signing out. */
  readonly logoutUrls: readonly string[];
  /** One of `callbackUrls`, for requests that name none. */
  readonly defaultRedirectUri?: string;
  /**
   * `any`: in an address of `http://localhost`, any port counts as the registered one (RFC 8252, 7.3). Cognito has no such setting: there
   * an address is exact, so no operation can ask for it.
   */
  readonly loopbackPorts?: 'any';
}

/** The units in which an app client's lifetimes were set; Cognito's TokenValidityUnits. */
export type TimeUnit = 'seconds' | 'minutes' | 'hours' | 'days';

/** AuthSessionValidity, unless the app client has another. */
export const DEFAULT_SESSION_MINUTES = 3;

/** What an app client may do, and how long its tokens live. */
export interface AppClient {
  readonly id: string;
  readonly name: string;
  /** The secret itself follows from the id: see `ClientSecrets`. */
  readonly hasSecret: boolean;
  readonly authFlows: readonly AllowedFlow[];
  readonly oauth?: OAuthSettings;
  /** OAuth settings that were given while AllowedOAuthFlowsUserPoolClient is false: shown, and of no effect. */
  readonly dormantOAuth?: OAuthSettings;
  /** Cognito's SupportedIdentityProviders, if any were named; `COGNITO` is the only one there is. */
  readonly identityProviders?: readonly string[];
  readonly idTokenSeconds: number;
  readonly accessTokenSeconds: number;
  readonly refreshTokenSeconds: number;
  readonly timeUnits?: Readonly<
    Partial<Record<'idToken' | 'accessToken' | 'refreshToken', TimeUnit>>
  >;
  /** How long a challenge waits for its answer, 3 to 15 minutes; Cognito's AuthSessionValidity. */
  readonly authSessionMinutes?: number;
  /** Present: each refresh replaces the refresh token, and the old one works this much longer (0–60 s). */
  readonly refreshTokenRotation?: { readonly retryGracePeriodSeconds: number };
  /** ENABLED: an unknown user is answered as a known one would be. */
  readonly preventUserExistenceErrors: 'ENABLED' | 'LEGACY';
}

/** A group of users; the lowest precedence comes first. */
export interface Group {
  readonly name: string;
  readonly description?: string;
  readonly precedence?: number;
  /** The IAM role of its members; ID tokens name it. */
  readonly roleArn?: string;
}

/** An API that defines scopes; a scope's full name is `<identifier>/<name>`. */
export interface ResourceServer {
  readonly identifier: string;
  readonly name: string;
  readonly scopes: readonly { readonly name: string; readonly description: string }[];
}

/** A user pool: usernames are e-mail addresses, in any case of letters. */
export interface PoolSettings {
  /** `<region>_<nine letters and digits>` */
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly selfSignUp: 'open' | 'closed';
  /** How people may begin to sign in by USER_AUTH; Cognito's AllowedFirstAuthFactors. */
  readonly firstFactors: readonly ('PASSWORD' | 'EMAIL_OTP' | 'WEB_AUTHN')[];
  /** For whom passkeys are made; Cognito's WebAuthnConfiguration. */
  readonly passkeys?: {
    readonly relyingPartyId?: string;
    readonly userVerification: 'required' | 'preferred';
  };
  /** Whether a time-based one-time password may or must be the second factor. */
  readonly mfa: 'OFF' | 'OPTIONAL' | 'ON';
  readonly groups: readonly Group[];
  readonly resourceServers: readonly ResourceServer[];
  readonly clients: readonly AppClient[];
}

/** The issuer of a pool's tokens, in AWS's own form. */
export function issuerOf(pool: PoolSettings): string {
  return `https://cognito-idp.${pool.region}.amazonaws.com/${pool.id}`;
}

/** The part of a pool id that SRP hashes: `eu-west-1_abc` → `abc`. */
export function poolNameOf(poolId: string): string {
  return poolId.slice(poolId.indexOf('_') + 1);
}
