import { beginWith, factorNamed, notAvailable } from '../flows/chosen-factor.ts';
import type { FlowRequest } from '../flows/flow-request.ts';
import { required } from '../../request/input.ts';
import { openSession } from '../open-session.ts';
import type { Services } from '../../services.ts';
import type { SignInStep } from '../sign-in-step.ts';
import type { ChallengeAnswer } from './challenge-answer.ts';

/** SELECT_CHALLENGE: goes on with the first factor in ANSWER. A wrong password leaves the session usable. */
export function selectChallenge(services: Services, answer: ChallengeAnswer): SignInStep {
  const name = required(answer.answers, 'ANSWER');
  const { use } = openSession(services, answer, 'SELECT_CHALLENGE');
  const factor = factorNamed(services, requestOf(answer), name);
  if (!factor) throw notAvailable();
  const step = beginWith(services, factor, requestOf(answer));
  use();
  return step;
}

/** PASSWORD: takes the password that was not sent along with the choice. */
export function answerPassword(services: Services, answer: ChallengeAnswer): SignInStep {
  return goOn(services, answer, 'PASSWORD', 'PASSWORD');
}

/** PASSWORD_SRP: takes the SRP_A that was not sent along with the choice. */
export function answerPasswordSrp(services: Services, answer: ChallengeAnswer): SignInStep {
  return goOn(services, answer, 'PASSWORD_SRP', 'SRP_A');
}

function goOn(
  services: Services,
  answer: ChallengeAnswer,
  factor: 'PASSWORD' | 'PASSWORD_SRP',
  parameter: string,
): SignInStep {
  required(answer.answers, parameter);
  const { use } = openSession(services, answer, factor);
  const step = beginWith(services, factor, requestOf(answer));
  use();
  return step;
}

function requestOf({ pool, client, answers }: ChallengeAnswer): FlowRequest {
  return { pool, client, parameters: answers, session: undefined };
}
