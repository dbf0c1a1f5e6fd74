import { invalidParameter } from '../cognito-error.ts';
import { authFlows, beginSignIn } from '../sign-in/flows/begin-sign-in.ts';
import { checkIgnoredMembers } from '../request/ignored-members.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html */
export async function initiateAuth(services: Services, input: Input): Promise<object> {
  const flow = input.oneOf('AuthFlow', authFlows);
  const found = services.directory.client(input.clientId());
  const parameters = input.strings('AuthParameters');
  checkIgnoredMembers(input);
  if (flow === 'ADMIN_NO_SRP_AUTH' || flow === 'ADMIN_USER_PASSWORD_AUTH') {
    throw invalidParameter('Initiate Auth method not supported.').because(
      `${flow} belongs to AdminInitiateAuth, which takes AWS credentials`,
    );
  }
  return beginSignIn(services, flow, { ...found, parameters, session: input.session() });
}
