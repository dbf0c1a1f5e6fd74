import { namedUser } from '../administration.ts';
import type { Input } from '../request/input.ts';
import { setMfaPreference } from '../sign-in/mfa-preference.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserMFAPreference.html */
export function adminSetUserMfaPreference(
  services: Pick<Services, 'directory' | 'users' | 'softwareTokens'>,
  input: Input,
): object {
  setMfaPreference(services, namedUser(services, input), input);
  return {};
}
