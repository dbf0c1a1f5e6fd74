import { CognitoError } from '../cognito-error.ts';
import { renewSession } from '../sign-in/refresh.ts';
import type { PoolClient } from '../directory/pool-directory.ts';
import type { Services } from '../services.ts';
import { requireOAuth } from './client-authentication.ts';
import type { OAuthAnswer } from './oauth-answer.ts';
import { OAuthError } from './oauth-error.ts';
import type { Parameters } from './parameters.ts';
import { tokenAnswer } from './token-answer.ts';

/**
 * New tokens for a refresh token, of a sign-in at the domain or by the pool's own operations. A new refresh token only
 * with rotation.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export async function grantRefreshToken(
  services: Pick<Services, 'transaction' | 'sessions' | 'users' | 'tokens'>,
  known: PoolClient,
  parameters: Parameters,
): Promise<OAuthAnswer> {
  const { pool, client } = known;
  requireOAuth(known);
  const token = parameters.required('refresh_token');
  const { user, session, refreshToken } = services.transaction(() => renew(services, known, token));
  const tokens = await services.tokens.issue({ pool, client, user, session });
  return tokenAnswer(client, { ...tokens, refreshToken });
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
