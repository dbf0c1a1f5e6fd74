import { checkPassword } from '../first-factor.ts';
import { required } from '../../request/input.ts';
import type { Services } from '../../services.ts';
import { afterFirstFactor } from '../sign-in.ts';
import type { SignInStep } from '../sign-in-step.ts';
import { provenUsername } from './flow-request.ts';
import type { FlowRequest } from './flow-request.ts';

/** Signs in by USERNAME and PASSWORD as they are: USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH and the choice PASSWORD. */
export function signInByPassword(services: Services, request: FlowRequest): SignInStep {
  const { pool, client, parameters } = request;
  const username = provenUsername(services, request, parameters);
  const password = required(parameters, 'PASSWORD');
  const user = checkPassword(services, request, { username, password });
  return afterFirstFactor(services, { pool, client, user });
}
