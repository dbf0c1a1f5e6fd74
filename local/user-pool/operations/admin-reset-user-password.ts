import { namedUser } from '../administration.ts';
import { notAuthorized } from '../cognito-error.ts';
import { sendCode } from '../users/code-mail.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { unverifiedAddress } from './forgot-password.ts';

/**
 * The password works no longer, and a code for a new one is mailed.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminResetUserPassword.html
 */
export function adminResetUserPassword(
  services: Pick<Services, 'directory' | 'users' | 'codes' | 'mailbox' | 'clock'>,
  input: Input,
): object {
  input.strings('ClientMetadata');
  const user = namedUser(services, input);
  if (!user.isEnabled) throw notAuthorized('User is disabled.');
  if (user.status !== 'CONFIRMED' && user.status !== 'RESET_REQUIRED') {
    throw notAuthorized('User password cannot be reset in the current state.');
  }
  if (!user.isEmailVerified) throw unverifiedAddress();
  services.users.save({ ...user, status: 'RESET_REQUIRED', modifiedAt: services.clock.now() });
  sendCode(services, { id: user.sub, address: user.email }, 'forgot-password');
  return {};
}
