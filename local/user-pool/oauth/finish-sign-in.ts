import type { Services } from '../services.ts';
import type { User } from '../users/user-store.ts';
import { withParameters } from './authorization-request.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import type { OAuthAnswer } from './oauth-answer.ts';
import { redirect } from './redirection.ts';

/** Somebody who has signed in, now or earlier with this browser. */
export interface SignedIn {
  readonly user: User;
  /** Milliseconds. */
  readonly signedInAt: number;
  /** What the browser shall remember. */
  readonly setCookie?: string;
}

/** Sends the browser back to the client, with a code, or with tokens where the client may use the implicit grant. */
export async function finishSignIn(
  services: Pick<Services, 'authorizationCodes' | 'sessions' | 'tokens' | 'users'>,
  request: AuthorizationRequest,
  signedIn: SignedIn,
): Promise<OAuthAnswer> {
  const { redirectUri, state } = request;
  if (request.responseType === 'token') {
    const tokens = await implicitTokens(services, request, signedIn);
    return redirect(withParameters(redirectUri, '#', { ...tokens, state }), signedIn.setCookie);
  }
  const { client, scopes, nonce, codeChallenge } = request;
  const { user, signedInAt } = signedIn;
  const code = services.authorizationCodes.issue({
    ...{ redirectUri, scopes, nonce, codeChallenge, signedInAt },
    ...{ poolId: user.poolId, sub: user.sub, clientId: client.id },
  });
  return redirect(withParameters(redirectUri, '?', { code, state }), signedIn.setCookie);
}

/** No refresh token (RFC 6749, 4.2.2). */
async function implicitTokens(
  { sessions, tokens, users }: Pick<Services, 'sessions' | 'tokens' | 'users'>,
  { pool, client, scopes, nonce }: AuthorizationRequest,
  { user, signedInAt }: SignedIn,
): Promise<Record<string, string | undefined>> {
  const { session } = sessions.start(user, client, { scopes, signedInAt });
  const groups = users.groupsOf(user);
  const { accessToken, idToken } = await tokens.issue({
    pool,
    client,
    user,
    groups,
    session,
    nonce,
  });
  return {
    id_token: idToken,
    access_token: accessToken,
    expires_in: String(client.accessTokenSeconds),
    token_type: 'Bearer',
  };
}
