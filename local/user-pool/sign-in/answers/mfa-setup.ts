import { invalidSession } from '../challenges.ts';
import { openSession } from '../open-session.ts';
import type { Services } from '../../services.ts';
import { refuseUnusable } from '../sign-in.ts';
import type { SignInStep } from '../sign-in-step.ts';
import type { ChallengeAnswer } from './challenge-answer.ts';

/** MFA_SETUP: goes on after AssociateSoftwareToken and VerifySoftwareToken, with the session that the latter gave. */
export function finishMfaSetup(services: Services, answer: ChallengeAnswer): SignInStep {
  const { account, use } = openSession(services, answer, 'MFA_SET_UP');
  if (!account.user) throw invalidSession('its user is gone');
  refuseUnusable(account.user);
  use();
  return { kind: 'done', user: account.user };
}
