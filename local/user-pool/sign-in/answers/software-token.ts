import { invalidSession } from '../challenges.ts';
import { cognitoError } from '../../cognito-error.ts';
import type { CognitoError } from '../../cognito-error.ts';
import { required } from '../../request/input.ts';
import { openSession } from '../open-session.ts';
import type { Services } from '../../services.ts';
import { refuseUnusable } from '../sign-in.ts';
import type { SignInStep } from '../sign-in-step.ts';
import type { User } from '../../users/user-store.ts';
import type { ChallengeAnswer } from './challenge-answer.ts';

/**
 * SOFTWARE_TOKEN_MFA: checks a code of an authenticator app. A wrong one leaves the session usable; after five, tries are slowed down as
 * for passwords, and a right password does not forgive them:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
 */
export function checkSoftwareToken(services: Services, answer: ChallengeAnswer): SignInStep {
  const code = required(answer.answers, 'SOFTWARE_TOKEN_MFA_CODE');
  const { account, use } = openSession(services, answer, 'SOFTWARE_TOKEN_MFA');
  const { user } = account;
  if (!user) throw invalidSession('its user is gone');
  refuseUnusable(user);
  services.lockout.guard(
    `${user.sub} software token`,
    () => isRight(services, user, code),
    (tries) => wrongCode().because(`not a code of this minute; ${tries}`),
  );
  use();
  return { kind: 'done', user };
}

function isRight(
  { softwareTokens }: Pick<Services, 'softwareTokens'>,
  user: User,
  code: string,
): boolean {
  const verdict = softwareTokens.check(user, code);
  if (verdict !== 'used') return verdict === 'right';
  throw cognitoError(
    'ExpiredCodeException',
    'Your software token has already been used once.',
  ).because('wait for the next code: each works once, the one that set the app up included');
}

function wrongCode(): CognitoError {
  return cognitoError('CodeMismatchException', 'Invalid code received for user');
}
