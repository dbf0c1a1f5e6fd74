import { invalidSession } from '../challenges.ts';
import { openSession } from '../open-session.ts';
import type { Services } from '../../services.ts';
import { afterFirstFactor } from '../sign-in.ts';
import type { SignInStep } from '../sign-in-step.ts';
import { ask, beginWith, factorNamed } from './chosen-factor.ts';
import { provenUsername } from './flow-request.ts';
import type { FlowRequest } from './flow-request.ts';

/**
 * USER_AUTH: the person chooses the first factor. A preferred one that they have begins at once, else they are asked to choose:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 */
export function signInByChoice(services: Services, request: FlowRequest): SignInStep {
  if (request.session !== undefined) return signInAfterSignUp(services, request);
  const preferred = request.parameters.get('PREFERRED_CHALLENGE');
  const factor = preferred === undefined ? undefined : factorNamed(services, request, preferred);
  return factor === undefined
    ? ask(services, request, 'SELECT_CHALLENGE')
    : beginWith(services, factor, request);
}

/** The session that ConfirmSignUp gave takes the place of the first factor, once. */
function signInAfterSignUp(services: Services, request: FlowRequest): SignInStep {
  const username = provenUsername(services, request, request.parameters);
  const { account, use } = openSession(services, { ...request, username }, 'SIGNED_UP');
  if (!account.user) throw invalidSession('its user is gone');
  const step = afterFirstFactor(services, { ...request, user: account.user });
  use();
  return step;
}
