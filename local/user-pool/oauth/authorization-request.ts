import type { AppClient, OAuthSettings, PoolSettings } from '../directory/pool-settings.ts';
import type { Services } from '../services.ts';
import { listed, shown } from './parameters.ts';
import type { Parameters } from './parameters.ts';
import { Redirection, toErrorPage } from './redirection.ts';
import { allowedScopes } from '../directory/defined-scopes.ts';
import { isRegistered } from './registered-address.ts';

/** A checked request to sign somebody in (RFC 6749, 4.1.1; RFC 7636, 4.3; OpenID Connect Core, 3.1.2.1). */
export interface AuthorizationRequest {
  readonly pool: PoolSettings;
  readonly client: AppClient;
  readonly redirectUri: string;
  readonly responseType: 'code' | 'token';
  readonly scopes: readonly string[];
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  readonly codeChallenge: string | undefined;
  readonly prompt: readonly string[];
  /** What to put into the form's name field. */
  readonly loginHint: string | undefined;
}

/** A client and an address of its own, which it is therefore safe to send the browser to. */
interface TrustedCallback extends Pick<AuthorizationRequest, 'pool' | 'client' | 'redirectUri'> {
  readonly oauth: OAuthSettings;
  readonly state: string | undefined;
}

/**
 * Reads a request to /oauth2/authorize or /login. Throws a Redirection: to the error page while client and address are
 * not known to belong together, to the client afterwards.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 */
export function readAuthorizationRequest(
  services: Pick<Services, 'directory'>,
  parameters: Parameters,
): AuthorizationRequest {
  const trusted = trustedCallback(services, parameters);
  const { pool, client, redirectUri, state } = trusted;
  return {
    ...{ pool, client, redirectUri, state },
    responseType: responseTypeIn(trusted, parameters),
    scopes: scopesIn(trusted, parameters),
    codeChallenge: codeChallengeIn(trusted, parameters),
    nonce: parameters.optional('nonce'),
    prompt: parameters.list('prompt') ?? [],
    loginHint: parameters.optional('login_hint'),
  };
}

/** The refusal that the client hears of at its own address. */
export function refusedAt(
  { redirectUri, state }: Pick<AuthorizationRequest, 'redirectUri' | 'state'>,
  error: string,
  reason: string,
): Redirection {
  return new Redirection(withParameters(redirectUri, '?', { error, state }), reason);
}

/** An address with parameters in its query or fragment; what is undefined is left out. The address itself stays as registered. */
export function withParameters(
  address: string,
  mark: '?' | '#',
  parameters: Readonly<Record<string, string | number | undefined>>,
): string {
  const present = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const text = new URLSearchParams(present).toString();
  const joint = address.includes(mark) ? '&' : mark;
  return `${address}${joint}${text}`;
}

function trustedCallback(
  { directory }: Pick<Services, 'directory'>,
  parameters: Parameters,
): TrustedCallback {
  const clientId = parameters.optional('client_id');
  if (clientId === undefined) throw missing('client_id', clientId);
  const found = directory.findClient(clientId);
  if (!found) {
    // AWS shows its error page; the words on it are not published.
    throw toErrorPage('Client does not exist.', clientId, `there is no client ${shown(clientId)}`);
  }
  const { oauth, name } = found.client;
  const redirectUri = parameters.optional('redirect_uri') ?? oauth?.defaultRedirectUri;
  if (redirectUri === undefined) throw missing('redirect_uri', clientId);
  if (!oauth || !isRegistered(oauth, 'callbackUrls', redirectUri)) {
    const registered = listed(oauth?.callbackUrls ?? []);
    const words = `is not a callback URL of client ${name}, to the letter; it has ${registered}`;
    throw toErrorPage('redirect_mismatch', clientId, `${shown(redirectUri)} ${words}`);
  }
  return { ...found, oauth, redirectUri, state: parameters.optional('state') };
}

function missing(name: string, clientId: string | undefined): Error {
  const words = `Required String parameter '${name}' is not present`;
  return toErrorPage(words, clientId, words);
}

/** `token` is the implicit grant. It puts tokens into addresses, and so into histories; code with PKCE replaced it (RFC 9700, 2.1.2). */
function responseTypeIn(at: TrustedCallback, parameters: Parameters): 'code' | 'token' {
  const type = parameters.optional('response_type');
  if (type !== 'code' && type !== 'token') {
    throw refusedAt(at, 'invalid_request', 'response_type must be code or token');
  }
  const flow = type === 'code' ? 'code' : 'implicit';
  if (at.oauth.flows.includes(flow)) return type;
  const words = `client ${at.client.name} may not use the ${flow} grant`;
  throw refusedAt(at, 'unauthorized_client', words);
}

/** All scopes of the client unless some are asked for. */
function scopesIn(at: TrustedCallback, parameters: Parameters): readonly string[] {
  const allowed = allowedScopes(at.pool, at.oauth);
  const asked = parameters.list('scope') ?? allowed;
  const foreign = asked.find((scope) => !allowed.includes(scope));
  if (foreign === undefined && asked.length > 0) return asked;
  const words = `client ${at.client.name} has no scope ${shown(foreign ?? '')}; it has ${listed(allowed)}`;
  throw refusedAt(at, 'invalid_scope', words);
}

/** Optional at Cognito, but only whole: a challenge, and the method S256. */
function codeChallengeIn(at: TrustedCallback, parameters: Parameters): string | undefined {
  const challenge = parameters.optional('code_challenge');
  const method = parameters.optional('code_challenge_method');
  if (challenge === undefined && method === undefined) return undefined;
  if (method !== 'S256') {
    throw refusedAt(at, 'invalid_request', 'code_challenge_method must be S256');
  }
  if (challenge !== undefined && /^[\w-]{43}$/.test(challenge)) return challenge;
  throw refusedAt(at, 'invalid_request', 'code_challenge must be BASE64URL(SHA-256(verifier))');
}
