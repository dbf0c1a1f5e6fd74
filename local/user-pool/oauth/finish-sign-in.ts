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

/**
 * Opens what sends the browser back to the client, in a transaction: a code, or a sign-in where the client may use the implicit
 * grant. What is returned makes the answer.
 */
export function finishSignIn(
  { authorizationCodes, sessions, tokens }: Finishing,
  request: AuthorizationRequest,
  { user, signedInAt, setCookie }: SignedIn,
): () => Promise<OAuthAnswer> {
  const { pool, client, redirectUri, state, scopes, nonce, codeChallenge } = request;
  if (request.responseType === 'token') {
    // No refresh token (RFC 6749, 4.2.2).
    const { session } = sessions.start(user, client, { scopes, signedInAt });
    return async () => {
      const issued = await tokens.issue({ pool, client, user, session, nonce });
      const members = { ...tokenMembers(client, issued), state };
      return redirect(withParameters(redirectUri, '#', members), setCookie);
    };
  }
  const code = authorizationCodes.issue({
    ...{ redirectUri, scopes, nonce, codeChallenge, signedInAt },
    ...{ poolId: user.poolId, sub: user.sub, clientId: client.id },
  });
  const answer = redirect(withParameters(redirectUri, '?', { code, state }), setCookie);
  return () => Promise.resolve(answer);
}

type Finishing = Pick<Services, 'authorizationCodes' | 'sessions' | 'tokens'>;
