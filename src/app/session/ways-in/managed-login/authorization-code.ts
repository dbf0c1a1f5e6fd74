/** The authorization code grant with PKCE (RFC 7636). */
import * as oauth from 'oauth4webapi';
import type { IssuedTokens } from '../../amplify/issued-tokens';
import { ManagedLoginProblem } from './managed-login-problem';
import type { PendingSignIn } from './pending-sign-in';
import type { PoolDomain } from '../../pool-domain/pool-domain';

type Proofs = Pick<PendingSignIn, 'state' | 'nonce' | 'verifier'>;

/** The keys that a user pool signs with, as it publishes them. */
export type PoolKeys = oauth.JWKS;

/** Milliseconds that the domain may take before it counts as away. */
const patience = 10_000;

/** Secrets of one sign-in, each of 256 random bits. */
export function newProofs(): Proofs {
  return {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
  };
}

/** Where to send the browser. With `isAskedAnew` the page asks for the password even of whom it remembers. */
export async function authorizationAddress(
  domain: PoolDomain,
  { state, nonce, verifier }: Proofs,
  { email, isAskedAnew }: { email?: string | undefined; isAskedAnew: boolean },
): Promise<string> {
  const address = new URL('/oauth2/authorize', domain.origin);
  address.search = new URLSearchParams({
    response_type: 'code',
    client_id: domain.clientId,
    redirect_uri: domain.signInUri,
    scope: domain.scopes.join(' '),
    ...{ state, nonce },
    code_challenge_method: 'S256',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    ...(email && { login_hint: email }),
    ...(isAskedAnew && { prompt: 'login' }),
  }).toString();
  return address.href;
}

/**
 * The code in `callback`, if it answers the request with this `state`. Asks nobody.
 * Throws `cancelled`, `refused`, `not-ours`.
 */
export function readCallback(domain: PoolDomain, callback: URL, state: string): URLSearchParams {
  try {
    return oauth.validateAuthResponse(server(domain), client(domain), callback, state);
  } catch (cause) {
    if (!(cause instanceof oauth.AuthorizationResponseError)) {
      throw new ManagedLoginProblem('not-ours', { cause });
    }
    // Words of the address are no cause to keep.
    throw new ManagedLoginProblem(cause.error === 'access_denied' ? 'cancelled' : 'refused');
  }
}

/** What the ID token's signature is checked with. Throws `unreachable`. */
export async function fetchKeys({ keys }: PoolDomain): Promise<PoolKeys> {
  const response = await reach(fetch(keys, { signal: AbortSignal.timeout(patience) }));
  return (await reach(response.json())) as PoolKeys;
}

/**
 * Checked tokens for the code. Throws `unreachable`, `expired`, `refused`, and `untrusted` when the ID token has another
 * issuer, audience or nonce, another signature, or is none (OpenID Connect Core, 3.1.3.7).
 */
export async function exchange(
  domain: PoolDomain,
  parameters: URLSearchParams,
  { nonce, verifier }: Proofs,
  keys: PoolKeys,
): Promise<IssuedTokens> {
  const as = server(domain);
  const response = await reach(
    oauth.authorizationCodeGrantRequest(
      as,
      client(domain),
      oauth.None(),
      parameters,
      domain.signInUri,
      verifier,
      requestOptions(domain),
    ),
  );
  try {
    const skewed = client(domain, await clockSkewIn(response.clone()));
    const options = { expectedNonce: nonce, requireIdToken: true };
    const tokens = await oauth.processAuthorizationCodeResponse(as, skewed, response, options);
    const uat = Math.floor(Date.now() / 1_000);
    await oauth.validateApplicationLevelSignature(as, response, {
      [oauth.jwksCache]: { jwks: keys, uat },
    });
    return issued(tokens);
  } catch (cause) {
    throw toProblem(cause);
  }
}

/** Ends a refresh token and what came of it, if the domain can be reached. */
export async function revoke(domain: PoolDomain, refreshToken: string): Promise<void> {
  const options = requestOptions(domain);
  await reach(
    oauth.revocationRequest(server(domain), client(domain), oauth.None(), refreshToken, options),
  );
}

function server({ issuer, origin, keys }: PoolDomain): oauth.AuthorizationServer {
  return {
    issuer,
    token_endpoint: `${origin}/oauth2/token`,
    revocation_endpoint: `${origin}/oauth2/revoke`,
    jwks_uri: keys,
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

/** `clockSkew`: seconds that the user pool's clock is ahead of the device's. */
function client({ clientId }: PoolDomain, clockSkew = 0): oauth.Client {
  return { client_id: clientId, [oauth.clockSkew]: clockSkew };
}

/** Plain HTTP is for the stand-in alone, whose address only its own configuration holds. */
function requestOptions({ origin }: PoolDomain): oauth.HttpRequestOptions<'POST', URLSearchParams> {
  return {
    [oauth.allowInsecureRequests]: origin.startsWith('http:'),
    signal: AbortSignal.timeout(patience),
  };
}

/**
 * Seconds. A device may be wrong by hours; the ID token has just been made, which its nonce proves, so its `iat` is the
 * user pool's clock.
 */
async function clockSkewIn(response: Response): Promise<number> {
  try {
    const { id_token: token } = (await response.json()) as { id_token: string };
    const [, payload = ''] = token.replaceAll('-', '+').replaceAll('_', '/').split('.');
    const { iat } = JSON.parse(atob(payload)) as { iat: number };
    return Number.isSafeInteger(iat) ? iat - Math.floor(Date.now() / 1_000) : 0;
  } catch {
    // No tokens, or none that can be read: the checks that follow say what is wrong.
    return 0;
  }
}

/** The value, or `unreachable` for a fault of the network, a busy or a failing server. */
async function reach<Value>(answer: Promise<Value>): Promise<Value> {
  const value = await answer.catch((cause: unknown) => {
    throw new ManagedLoginProblem('unreachable', { cause });
  });
  if (value instanceof Response && (value.status === 429 || value.status >= 500)) {
    throw new ManagedLoginProblem('unreachable', { cause: value.status });
  }
  return value;
}

function issued({
  id_token,
  access_token,
  refresh_token,
}: oauth.TokenEndpointResponse): IssuedTokens {
  if (id_token === undefined || refresh_token === undefined) {
    throw new ManagedLoginProblem('untrusted');
  }
  return { id: id_token, access: access_token, refresh: refresh_token };
}

function toProblem(cause: unknown): ManagedLoginProblem {
  if (cause instanceof oauth.ResponseBodyError) {
    return new ManagedLoginProblem(cause.error === 'invalid_grant' ? 'expired' : 'refused', {
      cause,
    });
  }
  return new ManagedLoginProblem('untrusted', { cause });
}
