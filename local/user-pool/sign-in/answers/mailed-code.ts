import { invalidSession } from '../challenges.ts';
import { cognitoError } from '../../cognito-error.ts';
import { required } from '../../request/input.ts';
import { isSame } from '../../secret-text.ts';
import { openSession } from '../open-session.ts';
import type { Services } from '../../services.ts';
import { afterFirstFactor } from '../sign-in.ts';
import type { SignInStep } from '../sign-in-step.ts';
import type { ChallengeAnswer } from './challenge-answer.ts';

/**
 * EMAIL_OTP: checks the code that was mailed for this very challenge. A wrong one leaves the session usable. AWS was seen to slow nobody
 * down here; the stand-in does, as for passwords, so that codes cannot be tried out.
 */
export function checkMailedCode(services: Services, answer: ChallengeAnswer): SignInStep {
  const { pool, client, answers } = answer;
  const code = required(answers, 'EMAIL_OTP_CODE');
  const { account, id, use } = openSession(services, answer, 'EMAIL_OTP');
  const { user } = account;
  services.lockout.guard(
    `${account.id} mailed code`,
    () => isSame(services.challenges.codeOf(id, account.address), code) && user !== undefined,
    (tries) => {
      const what = user ? 'not the code that was mailed' : 'there is no such user, so no mail went';
      return cognitoError(
        'CodeMismatchException',
        'Invalid code or auth state for the user.',
      ).because(`${what}; ${tries}`);
    },
  );
  use();
  if (!user) throw invalidSession('its user is gone');
  return afterFirstFactor(services, { pool, client, user });
}
