import { namedUser } from '../administration.ts';
import { notAuthorized } from '../cognito-error.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/**
 * Confirms an account without a code; the address stays unverified.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html
 */
export function adminConfirmSignUp(
  services: Pick<Services, 'directory' | 'users' | 'codes' | 'clock'>,
  input: Input,
): object {
  input.strings('ClientMetadata');
  const user = namedUser(services, input);
  if (user.status !== 'UNCONFIRMED') {
    throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
  }
  services.users.save({ ...user, status: 'CONFIRMED', modifiedAt: services.clock.now() });
  services.codes.discard(user.sub, 'sign-up');
  return {};
}
