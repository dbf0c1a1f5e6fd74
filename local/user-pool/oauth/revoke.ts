import type { PoolClient } from '../directory/pool-directory.ts';
import type { Services } from '../services.ts';
import { authenticateClient } from './client-authentication.ts';
import { empty } from './oauth-answer.ts';
import type { OAuthAnswer } from './oauth-answer.ts';
import { OAuthError, refusal } from './oauth-error.ts';
import type { OAuthRequest } from './oauth-request.ts';
import type { Parameters } from './parameters.ts';
import { formOf } from './token-endpoint.ts';

/**
 * `POST /oauth2/revoke` (RFC 7009): ends a refresh token and every access token of its sign-in. A token that is unknown
 * or was revoked before is no error.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html
 */
export function revoke(services: Services, request: OAuthRequest): OAuthAnswer {
  const parameters = formOf(request);
  const token = parameters.required('token');
  const known = clientOf(services, request, parameters);
  if (!('client' in known)) return known;
  if (token.split('.').length === 3) {
    throw new OAuthError('unsupported_token_type', 'only refresh tokens can be revoked');
  }
  const session = services.sessions.findByRefreshToken(token);
  if (session && session.clientId !== known.client.id) {
    // RFC 7009, 2.1 asks for a refusal; which one AWS sends is not published.
    throw new OAuthError('unauthorized_client', 'the token was issued to another client');
  }
  if (session) services.sessions.revoke(session);
  return empty(200);
}

/** An unknown client is told so with 401 here, and with 400 at the token endpoint: so AWS documents them. */
function clientOf(
  services: Services,
  { authorization }: OAuthRequest,
  parameters: Parameters,
): PoolClient | OAuthAnswer {
  try {
    return authenticateClient(services, authorization, parameters);
  } catch (problem) {
    // Every other refusal has the status that all have.
    if (!(problem instanceof OAuthError) || problem.code !== 'invalid_client') throw problem;
    return refusal(problem, 401);
  }
}
