import { cognitoError, invalidParameter, notAuthorized } from '../cognito-error.ts';
import { pretendToSendCode, sendCode } from '../users/code-mail.ts';
import { checkIgnoredMembers } from '../request/ignored-members.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import type { User } from '../users/user-store.ts';

/**
 * Who cannot recover is answered as if a code had been sent, unless the client discloses it:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
 */
export function forgotPassword(
  services: Pick<Services, 'directory' | 'secrets' | 'accounts' | 'codes' | 'mailbox' | 'quotas'>,
  input: Input,
): object {
  const { pool, client } = services.directory.client(input.clientId());
  const username = input.username();
  checkIgnoredMembers(input);
  services.secrets.checkHash(client, username, input.secretHash());
  const { user, id, address } = services.accounts.find(pool.id, username);
  const refusal = refusalFor(user);
  if (refusal && client.preventUserExistenceErrors === 'LEGACY') throw refusal;
  services.quotas.spend('ForgotPassword', id);
  const delivery =
    user && !refusal
      ? sendCode(services, { id, address }, 'forgot-password')
      : pretendToSendCode(services, { id, address }, 'forgot-password');
  return { CodeDeliveryDetails: delivery };
}

function refusalFor(user: User | undefined): Error | undefined {
  if (!user)
    return cognitoError('UserNotFoundException', 'Username/client id combination not found.');
  if (!user.isEnabled || user.status === 'FORCE_CHANGE_PASSWORD') {
    return notAuthorized('User password cannot be reset in the current state.');
  }
  return user.isEmailVerified ? undefined : unverifiedAddress();
}

/** The refusal of somebody whom no code may be sent to. */
export function unverifiedAddress(): Error {
  return invalidParameter(
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  );
}
