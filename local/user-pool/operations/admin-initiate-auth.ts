import { clientOfPool } from '../administration.ts';
import { invalidParameter } from '../cognito-error.ts';
import { authFlows, beginSignIn } from '../sign-in/flows/begin-sign-in.ts';
import { checkIgnoredMembers } from '../request/ignored-members.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/**
 * Signing in from a server, with AWS credentials. USER_PASSWORD_AUTH is not among the flows that AWS describes for it.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html
 */
export async function adminInitiateAuth(services: Services, input: Input): Promise<object> {
  const flow = input.oneOf('AuthFlow', authFlows);
  const found = clientOfPool(services, input);
  const parameters = input.strings('AuthParameters');
  checkIgnoredMembers(input);
  if (flow === 'USER_PASSWORD_AUTH') {
    throw invalidParameter('Initiate Auth method not supported.').because(
      'AdminInitiateAuth signs in by password with ADMIN_USER_PASSWORD_AUTH',
    );
  }
  return beginSignIn(services, flow, { ...found, parameters, session: input.session() });
}
