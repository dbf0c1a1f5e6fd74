import { cognitoError, invalidParameter } from '../cognito-error.ts';
import type { CognitoError } from '../cognito-error.ts';
import { definedScopes } from '../directory/defined-scopes.ts';
import type { Input } from '../request/input.ts';
import type { AppClient, OAuthSettings, PoolSettings } from '../directory/pool-settings.ts';

const MOST_SCOPES = 50;
const MOST_URLS = 100;
const SCOPE = { min: 1, max: 256, pattern: /^[\x21\x23-\x5B\x5D-\x7E]+$/ } as const;
const URL_TEXT = { min: 1, max: 1024, pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u } as const;
const standardScopes = ['phone', 'email', 'openid', 'profile', 'aws.cognito.signin.user.admin'];
const flowNames = ['implicit', 'client_credentials', 'code'] as const;

/**
 * What a client may do at the pool's domain, checked by the rules of
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 * Settings that are given without AllowedOAuthFlowsUserPoolClient sleep.
 */
export function readOAuth(
  input: Input,
  pool: PoolSettings,
  hasSecret: boolean,
): Pick<AppClient, 'oauth' | 'dormantOAuth'> {
  const isAllowed = input.optionalBoolean('AllowedOAuthFlowsUserPoolClient') ?? false;
  const settings = readSettings(input);
  const { flows, scopes } = settings;
  if (isAllowed && (flows.length === 0 || scopes.length === 0)) {
    throw invalidParameter(
      'AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
    );
  }
  checkFlows(settings, hasSecret);
  checkScopes(scopes, pool);
  checkUrls(settings);
  if (isAllowed) return { oauth: settings };
  const isEmpty = [flows, scopes, settings.callbackUrls, settings.logoutUrls].every(
    (list) => list.length === 0,
  );
  return isEmpty ? {} : { dormantOAuth: settings };
}

function readSettings(input: Input): OAuthSettings {
  const defaultRedirectUri = input.optionalString('DefaultRedirectURI', URL_TEXT);
  return {
    flows: input.optionalSubset('AllowedOAuthFlows', flowNames) ?? [],
    scopes: input.optionalStringList('AllowedOAuthScopes', MOST_SCOPES, SCOPE) ?? [],
    callbackUrls: input.optionalStringList('CallbackURLs', MOST_URLS, URL_TEXT) ?? [],
    logoutUrls: input.optionalStringList('LogoutURLs', MOST_URLS, URL_TEXT) ?? [],
    ...(defaultRedirectUri === undefined ? {} : { defaultRedirectUri }),
  };
}

function checkFlows({ flows, callbackUrls }: OAuthSettings, hasSecret: boolean): void {
  const isForBrowsers = flows.some((flow) => flow !== 'client_credentials');
  if (flows.includes('client_credentials')) {
    if (isForBrowsers) {
      throw invalidFlow(
        'client_credentials flow can not be selected along with code flow or implicit flow.',
      );
    }
    if (!hasSecret) {
      throw invalidFlow(
        'client_credentials flow can not be selected if client does not have a client secret.',
      );
    }
  }
  if (isForBrowsers && callbackUrls.length === 0) {
    throw invalidFlow('CallbackUrls can not be empty when code flow or implicit flow is selected');
  }
}

function checkScopes(scopes: readonly string[], pool: PoolSettings): void {
  const known = new Set([...standardScopes, ...definedScopes(pool)]);
  const unknown = scopes.find((scope) => !known.has(scope));
  if (unknown === undefined) return;
  throw cognitoError('ScopeDoesNotExistException', `Invalid scope requested: ${unknown}`);
}

const thisMachine = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/;

function checkUrls({ callbackUrls, logoutUrls, defaultRedirectUri }: OAuthSettings): void {
  for (const url of [...callbackUrls, ...logoutUrls]) {
    // An absolute address, with a scheme: `https://…`, `myapp://…`. The wording of this one is not published.
    if (!URL.canParse(url)) throw invalidParameter(`${url} is not a valid URL.`);
    if (url.includes('#')) throw invalidParameter(`${url} cannot use fragment`);
    if (url.startsWith('http:') && !thisMachine.test(url)) {
      throw invalidParameter(`${url} cannot use the HTTP protocol.`);
    }
  }
  if (defaultRedirectUri !== undefined && !callbackUrls.includes(defaultRedirectUri)) {
    throw invalidParameter(
      `The default redirect URI ${defaultRedirectUri} is not in the callback URIs list.`,
    );
  }
}

function invalidFlow(message: string): CognitoError {
  return cognitoError('InvalidOAuthFlowException', message);
}
