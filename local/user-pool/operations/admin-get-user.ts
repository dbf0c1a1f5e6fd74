import { namedUser } from '../administration.ts';
import { attributeList } from '../users/attributes.ts';
import { describeAccount } from '../users/described-user.ts';
import type { Input } from '../request/input.ts';
import { mfaSettings } from '../sign-in/second-factor.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html */
export function adminGetUser(
  services: Pick<Services, 'directory' | 'users' | 'softwareTokens'>,
  input: Input,
): object {
  const user = namedUser(services, input);
  return {
    ...describeAccount(user),
    UserAttributes: attributeList(user),
    ...mfaSettings(services, user),
  };
}
