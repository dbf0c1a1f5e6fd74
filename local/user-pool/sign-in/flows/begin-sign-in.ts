import { invalidParameter } from '../../cognito-error.ts';
import type { PoolClient } from '../../directory/pool-directory.ts';
import type { AllowedFlow } from '../../directory/pool-settings.ts';
import type { Services } from '../../services.ts';
import { answerOf } from '../sign-in.ts';
import type { SignInStep } from '../sign-in-step.ts';
import { signInByChoice } from './choice-flow.ts';
import type { FlowRequest } from './flow-request.ts';
import { signInByPassword } from './password-flow.ts';
import { signInByRefreshToken } from './refresh-flow.ts';
import { challengeBySrp } from './srp-flow.ts';

/** Cognito's AuthFlow. */
export const authFlows = [
  'USER_SRP_AUTH',
  'REFRESH_TOKEN_AUTH',
  'REFRESH_TOKEN',
  'CUSTOM_AUTH',
  'ADMIN_NO_SRP_AUTH',
  'USER_PASSWORD_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
  'USER_AUTH',
] as const;

export type AuthFlow = (typeof authFlows)[number];

/** Which of an app client's ExplicitAuthFlows a flow needs. */
const permissions: Record<AuthFlow, AllowedFlow> = {
  USER_SRP_AUTH: 'ALLOW_USER_SRP_AUTH',
  REFRESH_TOKEN_AUTH: 'ALLOW_REFRESH_TOKEN_AUTH',
  REFRESH_TOKEN: 'ALLOW_REFRESH_TOKEN_AUTH',
  CUSTOM_AUTH: 'ALLOW_CUSTOM_AUTH',
  ADMIN_NO_SRP_AUTH: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  USER_PASSWORD_AUTH: 'ALLOW_USER_PASSWORD_AUTH',
  ADMIN_USER_PASSWORD_AUTH: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  USER_AUTH: 'ALLOW_USER_AUTH',
};

const steps: Partial<Record<AuthFlow, (services: Services, request: FlowRequest) => SignInStep>> = {
  USER_SRP_AUTH: challengeBySrp,
  USER_PASSWORD_AUTH: signInByPassword,
  ADMIN_NO_SRP_AUTH: signInByPassword,
  ADMIN_USER_PASSWORD_AUTH: signInByPassword,
  USER_AUTH: signInByChoice,
};

/** Begins a flow that the app client allows. Throws InvalidParameterException for one that it does not, or that is not emulated. */
export async function beginSignIn(
  services: Services,
  flow: AuthFlow,
  request: FlowRequest,
): Promise<object> {
  requireFlow(request, flow);
  if (permissions[flow] === 'ALLOW_REFRESH_TOKEN_AUTH') {
    return signInByRefreshToken(services, request);
  }
  const begin = steps[flow];
  if (!begin) throw invalidParameter(`${flow} is not emulated by the Presspass stand-in`);
  return answerOf(services, request, () => begin(services, request));
}

/** Cognito names the flow, except for those of administrators, and has words of its own for SRP. */
function requireFlow({ client }: PoolClient, flow: AuthFlow): void {
  if (client.authFlows.includes(permissions[flow])) return;
  const what = permissions[flow] === 'ALLOW_ADMIN_USER_PASSWORD_AUTH' ? 'Auth' : flow;
  const words =
    flow === 'USER_SRP_AUTH'
      ? 'USER_SRP_AUTH is not enabled for the client.'
      : `${what} flow not enabled for this client`;
  const allowed = client.authFlows.length > 0 ? client.authFlows.join(', ') : 'no flow at all';
  throw invalidParameter(words).because(
    `the client ${client.name} lacks ${permissions[flow]}; it has ${allowed}`,
  );
}
