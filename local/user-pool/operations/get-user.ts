import { attributeList } from '../users/attributes.ts';
import type { Input } from '../request/input.ts';
import { mfaSettings } from '../sign-in/second-factor.ts';
import type { Services } from '../services.ts';
import { signedInUser } from '../tokens/signed-in-user.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html */
export async function getUser(
  services: Pick<Services, 'tokens' | 'users' | 'sessions' | 'softwareTokens'>,
  input: Input,
): Promise<object> {
  const user = await signedInUser(services, input);
  return {
    Username: user.sub,
    UserAttributes: attributeList(user),
    ...mfaSettings(services, user),
  };
}
