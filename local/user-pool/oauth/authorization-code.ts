import { createHash } from 'node:crypto';
import { CognitoError } from '../cognito-error.ts';
import type { PoolClient } from '../directory/pool-directory.ts';
import { isSame } from '../secret-text.ts';
import type { Services } from '../services.ts';
import { refuseUnusable } from '../sign-in/sign-in.ts';
import type { User } from '../users/user-store.ts';
import type { CodeGrant } from './authorization-codes.ts';
import { requireGrant } from './client-authentication.ts';
import type { OAuthAnswer } from './oauth-answer.ts';
import { OAuthError } from './oauth-error.ts';
import type { Parameters } from './parameters.ts';
import { tokenAnswer } from './token-answer.ts';

/**
 * Tokens for a code (RFC 6749, 4.1.3). The code is used up by the first try, right or wrong.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export async function grantAuthorizationCode(
  services: Pick<Services, 'transaction' | 'authorizationCodes' | 'users' | 'sessions' | 'tokens'>,
  known: PoolClient,
  parameters: Parameters,
): Promise<OAuthAnswer> {
  const { pool, client } = known;
  requireGrant(known, 'code');
  const { refreshToken, ...holder } = services.transaction(() =>
    redeem(services, known, parameters),
  );
  const tokens = await services.tokens.issue({ pool, client, ...holder });
  return tokenAnswer(client, { ...tokens, refreshToken });
}

/** Uses the code up, and opens the sign-in that it stands for. */
function redeem(
  services: Pick<Services, 'authorizationCodes' | 'users' | 'sessions'>,
  { client }: PoolClient,
  parameters: Parameters,
) {
  const code = parameters.required('code');
  const redirectUri = parameters.required('redirect_uri');
  const grant = services.authorizationCodes.take(code);
  if (grant?.clientId !== client.id) throw invalidCode(grant);
  if (grant.redirectUri !== redirectUri) {
    throw new OAuthError(
      'unauthorized_client',
      'redirect_uri is not the one the code was issued for',
    );
  }
  checkVerifier(grant.codeChallenge, parameters.optional('code_verifier'));
  const user = usableUser(services, grant);
  return { user, nonce: grant.nonce, ...services.sessions.start(user, client, grant) };
}

function invalidCode(grant: CodeGrant | undefined): OAuthError {
  const words = grant
    ? 'the code was issued to another client'
    : 'the code is unknown, was used before, or is older than five minutes';
  return new OAuthError('invalid_grant', words);
}

/**
 * RFC 7636, 4.6. A verifier without a challenge is refused as well: somebody has taken the challenge out of the first
 * request (RFC 9700, 2.1.1).
 */
function checkVerifier(challenge: string | undefined, verifier: string | undefined): void {
  if (challenge === undefined && verifier === undefined) return;
  if (challenge === undefined) {
    throw new OAuthError('invalid_grant', 'code_verifier was sent, but no code_challenge before');
  }
  if (verifier === undefined) {
    throw new OAuthError(
      'invalid_request',
      'the code has a code_challenge: code_verifier is missing',
    );
  }
  const hash = createHash('sha256').update(verifier).digest('base64url');
  if (/^[\w.~-]{43,128}$/.test(verifier) && isSame(challenge, hash)) return;
  throw new OAuthError('invalid_grant', 'code_verifier does not fit the code_challenge');
}

function usableUser({ users }: Pick<Services, 'users'>, { poolId, sub }: CodeGrant): User {
  const user = users.find(poolId, sub);
  if (!user) throw new OAuthError('invalid_grant', 'the user is gone');
  try {
    refuseUnusable(user);
    return user;
  } catch (problem) {
    if (!(problem instanceof CognitoError)) throw problem;
    // The same refusal, in the words of OAuth.
    throw new OAuthError('invalid_grant', problem.message);
  }
}
