import type { PoolClient } from '../directory/pool-directory.ts';
import type { Services } from '../services.ts';
import { requireGrant } from './client-authentication.ts';
import type { OAuthAnswer } from './oauth-answer.ts';
import { OAuthError } from './oauth-error.ts';
import { shown } from './parameters.ts';
import type { Parameters } from './parameters.ts';
import { tokenAnswer } from './token-answer.ts';
import { definedScopes } from '../directory/defined-scopes.ts';

/**
 * An access token for a machine (RFC 6749, 4.4): no ID token, no refresh token.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export async function grantClientCredentials(
  { tokens, rateLimits }: Pick<Services, 'tokens' | 'rateLimits'>,
  known: PoolClient,
  parameters: Parameters,
): Promise<OAuthAnswer> {
  rateLimits.take('ClientAuthentication');
  const scopes = scopesFor(known, parameters.list('scope'));
  return tokenAnswer(known.client, { accessToken: await tokens.machineToken(known, scopes) });
}

/**
 * All custom scopes of the client unless it asks for some. One it may not have is `invalid_grant`; one that its
 * resource server no longer defines is left out; none at all is `invalid_scope`.
 */
function scopesFor(known: PoolClient, asked: readonly string[] | undefined): readonly string[] {
  const { client, pool } = known;
  const { scopes } = requireGrant(known, 'client_credentials');
  const custom = scopes.filter((scope) => scope.includes('/'));
  const foreign = asked?.find((scope) => !custom.includes(scope));
  if (custom.length > 0 && foreign !== undefined) {
    const words = `client ${client.name} has no scope ${shown(foreign)}; it has ${custom.join(' ')}`;
    throw new OAuthError('invalid_grant', words);
  }
  const defined = definedScopes(pool);
  const granted = (asked ?? custom.toSorted()).filter((scope) => defined.has(scope));
  if (custom.length > 0 && granted.length > 0) return granted;
  const words = `client ${client.name} has no custom scope that a resource server of its pool defines`;
  throw new OAuthError('invalid_scope', words);
}
