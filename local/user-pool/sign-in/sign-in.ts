import { provenBy } from './challenges.ts';
import { cognitoError, notAuthorized } from '../cognito-error.ts';
import type { PoolClient } from '../directory/pool-directory.ts';
import { askSecondFactor } from './second-factor.ts';
import type { Services } from '../services.ts';
import type { Session } from '../tokens/sessions.ts';
import type { SignIn, SignInStep } from './sign-in-step.ts';
import type { User } from '../users/user-store.ts';

/** What follows a right first factor: nothing, a new password in place of a temporary one, or a second factor. */
export function afterFirstFactor(
  services: Pick<Services, 'challenges' | 'softwareTokens' | 'clock'>,
  signIn: SignIn,
): SignInStep {
  const { user, client } = signIn;
  refuseUnusable(user);
  if (user.status !== 'FORCE_CHANGE_PASSWORD') return askSecondFactor(services, signIn);
  if ((user.passwordExpiresAt ?? Infinity) <= services.clock.now()) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
  }
  const state = { kind: 'NEW_PASSWORD_REQUIRED', ...provenBy(user, client) } as const;
  const challenge = {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: services.challenges.seal(state, client),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.sub,
      requiredAttributes: '[]',
      userAttributes: JSON.stringify({ ...user.attributes, email: user.email }),
    },
  };
  return { kind: 'challenge', challenge };
}

/**
 * Takes a step and gives Cognito's answer for it: tokens, or the challenge to meet. The step and the session that it opens are
 * one transaction.
 */
export async function answerOf(
  { transaction, sessions, tokens }: Pick<Services, 'transaction' | 'sessions' | 'tokens'>,
  { pool, client }: PoolClient,
  takeStep: () => SignInStep,
): Promise<object> {
  const taken = transaction(() => {
    const step = takeStep();
    return step.kind === 'challenge' ? step : { ...step, ...sessions.start(step.user, client) };
  });
  if (taken.kind === 'challenge') return taken.challenge;
  const result = await issueTokens({ tokens }, { pool, client, user: taken.user }, taken.session);
  return {
    ChallengeParameters: {},
    AuthenticationResult: { ...result, RefreshToken: taken.refreshToken },
  };
}

/** The tokens of a session, as AuthenticationResult has them. */
export async function issueTokens(
  { tokens }: Pick<Services, 'tokens'>,
  signIn: SignIn,
  session: Session,
): Promise<{
  AccessToken: string;
  IdToken: string | undefined;
  ExpiresIn: number;
  TokenType: 'Bearer';
}> {
  const { accessToken: AccessToken, idToken: IdToken } = await tokens.issue({ ...signIn, session });
  const ExpiresIn = signIn.client.accessTokenSeconds;
  return { AccessToken, IdToken, ExpiresIn, TokenType: 'Bearer' };
}

/** Refuses users who must not sign in although their password is right. */
export function refuseUnusable(user: User): void {
  if (!user.isEnabled) throw notAuthorized('User is disabled.');
  if (user.status === 'UNCONFIRMED') {
    throw cognitoError('UserNotConfirmedException', 'User is not confirmed.');
  }
  if (user.status === 'RESET_REQUIRED') {
    throw cognitoError('PasswordResetRequiredException', 'Password reset required for the user');
  }
}
