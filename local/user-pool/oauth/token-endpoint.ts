import type { PoolClient } from '../directory/pool-directory.ts';
import type { Services } from '../services.ts';
import { grantAuthorizationCode } from './authorization-code.ts';
import { authenticateClient } from './client-authentication.ts';
import { grantClientCredentials } from './client-credentials.ts';
import type { OAuthAnswer } from './oauth-answer.ts';
import { OAuthError } from './oauth-error.ts';
import type { OAuthRequest } from './oauth-request.ts';
import { Parameters, shown } from './parameters.ts';
import { grantRefreshToken } from './refresh-token.ts';

type Grant = (
  services: Services,
  known: PoolClient,
  parameters: Parameters,
) => Promise<OAuthAnswer>;

const grants = new Map<string, Grant>([
  ['authorization_code', grantAuthorizationCode],
  ['client_credentials', grantClientCredentials],
  ['refresh_token', grantRefreshToken],
]);

/**
 * `POST /oauth2/token`. Only the form in the body is read: what stands in an address ends up in logs.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export async function issueToken(services: Services, request: OAuthRequest): Promise<OAuthAnswer> {
  const parameters = formOf(request);
  const name = parameters.required('grant_type');
  const grant = grants.get(name);
  if (!grant) {
    throw new OAuthError('unsupported_grant_type', `there is no grant_type ${shown(name)}`);
  }
  const known = authenticateClient(services, request.authorization, parameters);
  return grant(services, known, parameters);
}

/** The parameters in the body. Throws `invalid_request` when they are not a form. */
export function formOf({ form }: OAuthRequest): Parameters {
  if (form) return new Parameters(form);
  throw new OAuthError(
    'invalid_request',
    'the body must be application/x-www-form-urlencoded, and of at most 64 KB',
  );
}
