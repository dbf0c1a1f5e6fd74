import { CognitoError } from '../cognito-error.ts';
import { renewSession } from '../sign-in/refresh.ts';
import type { PoolClient } from '../directory/pool-directory.ts';
import type { Services } from '../services.ts';
import { json } from './oauth-answer.ts';
import type { OAuthAnswer } from './oauth-answer.ts';
import { OAuthError } from './oauth-error.ts';
import type { Parameters } from './parameters.ts';

/**
 * New tokens for a refresh token, of a sign-in at the domain or by the pool's own operations. A new refresh token only
 * with rotation.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export async function grantRefreshToken(
  services: Pick<Services, 'sessions' | 'users' | 'tokens'>,
  known: PoolClient,
  parameters: Parameters,
): Promise<OAuthAnswer> {
  const { pool, client } = known;
  if (!client.oauth) {
    throw new OAuthError('invalid_grant', `client ${client.name} may not use OAuth flows`);
  }
  const token = parameters.required('refresh_token');
  const { user, session, refreshToken } = renew(services, known, token);
  const groups = services.users.groupsOf(user);
  const tokens = await services.tokens.issue({ pool, client, user, groups, session });
  return json(200, {
    id_token: tokens.idToken,
    access_token: tokens.accessToken,
    refresh_token: refreshToken,
    expires_in: client.accessTokenSeconds,
    token_type: 'Bearer',
  });
}

function renew(
  services: Pick<Services, 'sessions' | 'users'>,
  known: PoolClient,
  token: string,
): ReturnType<typeof renewSession> {
  try {
    return renewSession(services, known, token);
  } catch (problem) {
    if (!(problem instanceof CognitoError)) throw problem;
    // Whatever is wrong with a refresh token or its user, OAuth has one word for it.
    throw new OAuthError('invalid_grant', problem.message);
  }
}
