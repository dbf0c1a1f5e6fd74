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

/** Cognito's answer for a step: tokens, or the challenge to meet. */
export async function answerOf(
  services: Pick<Services, 'sessions' | 'tokens'>,
  { pool, client }: PoolClient,
  step: SignInStep,
): Promise<object> {
  if (step.kind === 'challenge') return step.challenge;
  return startSession(services, { pool, client, user: step.user });
}

/** Signs a user in without further questions. */
async function startSession(
  { sessions, tokens }: Pick<Services, 'sessions' | 'tokens'>,
  signIn: SignIn,
): Promise<object> {
  const { session, refreshToken } = sessions.start(signIn.user, signIn.client);
  const result = await issueTokens({ tokens }, signIn, session);
  return {
    ChallengeParameters: {},
    AuthenticationResult: { ...result, RefreshToken: refreshToken },
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
