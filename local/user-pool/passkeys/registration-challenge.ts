import { CognitoError, cognitoError } from '../cognito-error.ts';
import type { AppClient } from '../directory/pool-settings.ts';
import type { Services } from '../services.ts';
import type { User } from '../users/user-store.ts';

/** Who registers a passkey, and at which client. */
interface Registering {
  readonly user: User;
  readonly client: AppClient;
}

const kind = 'WEB_AUTHN_REGISTRATION';

/** A challenge to make a passkey with, Base64URL. Its state travels in it: there is no Session between the two operations. */
export function askForPasskey(
  { challenges }: Pick<Services, 'challenges'>,
  { user, client }: Registering,
): string {
  const sealed = challenges.seal({ kind, clientId: client.id, userId: user.sub }, client);
  return Buffer.from(sealed, 'base64').toString('base64url');
}

/**
 * Uses up a challenge. Throws WebAuthnChallengeNotFoundException unless it was given to this user and is in time and unused, and
 * WebAuthnClientMismatchException when it was asked for at another app client.
 */
export function spendChallenge(
  { challenges }: Pick<Services, 'challenges'>,
  challenge: string,
  { user, client }: Registering,
): void {
  const { state, spend } = opened(challenges, challenge);
  if (state.userId !== user.sub) throw notFound('it was given to another user');
  if (state.clientId !== client.id) {
    throw cognitoError(
      'WebAuthnClientMismatchException',
      'The access token is for another client than the challenge.',
    );
  }
  if (!spend()) throw notFound('it was used, and each makes one passkey');
}

function opened(challenges: Services['challenges'], challenge: string) {
  try {
    return challenges.open(challenge, kind);
  } catch (problem) {
    if (!(problem instanceof CognitoError)) throw problem;
    // The same refusal, by the name that it has here.
    throw notFound(problem.reason ?? 'it has expired');
  }
}

/** AWS does not publish its words. */
function notFound(reason: string): CognitoError {
  return cognitoError(
    'WebAuthnChallengeNotFoundException',
    'The challenge does not exist or has expired.',
  ).because(reason);
}
