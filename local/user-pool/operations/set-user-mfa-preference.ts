import type { Input } from '../request/input.ts';
import { setMfaPreference } from '../sign-in/mfa-preference.ts';
import type { Services } from '../services.ts';
import { asSignedIn } from '../tokens/signed-in-user.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html */
export async function setUserMfaPreference(
  services: Pick<Services, 'transaction' | 'tokens' | 'users' | 'sessions' | 'softwareTokens'>,
  input: Input,
): Promise<object> {
  return asSignedIn(services, input, (user) => {
    setMfaPreference(services, user, input);
    return {};
  });
}
