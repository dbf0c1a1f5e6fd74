import type { Services } from '../services.ts';
import type { User } from '../users/user-store.ts';
import { withParameters } from './authorization-request.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import type { OAuthAnswer } from './oauth-answer.ts';
import { redirect } from './redirection.ts';
import { tokenMembers } from './token-answer.ts';

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
  services: Pick<Services, 'authorizationCodes' | 'sessions' | 'tokens'>,
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
  { sessions, tokens }: Pick<Services, 'sessions' | 'tokens'>,
  { pool, client, scopes, nonce }: AuthorizationRequest,
  { user, signedInAt }: SignedIn,
): Promise<ReturnType<typeof tokenMembers>> {
  const { session } = sessions.start(user, client, { scopes, signedInAt });
  return tokenMembers(client, await tokens.issue({ pool, client, user, session, nonce }));
}
