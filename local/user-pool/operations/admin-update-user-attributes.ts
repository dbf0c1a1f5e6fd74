import { namedUser } from '../administration.ts';
import { addressTaken, readAttributesByAdmin } from '../users/attributes.ts';
import { sendCode } from '../users/code-mail.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { usernameKey } from '../users/user-store.ts';

/**
 * A new address that is not said to be verified waits for its code, as when people change it themselves.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
 */
export function adminUpdateUserAttributes(
  services: Pick<Services, 'directory' | 'users' | 'codes' | 'mailbox' | 'clock'>,
  input: Input,
): object {
  input.strings('ClientMetadata');
  const user = namedUser(services, input);
  const given = readAttributesByAdmin(input.requiredNamedValues('UserAttributes'));
  const { email = user.email, isEmailVerified = user.isEmailVerified } = given;
  const isNew = usernameKey(email) !== usernameKey(user.email);
  if (isNew && services.users.find(user.poolId, email)) throw addressTaken();
  const waits = isNew && given.isEmailVerified !== true;
  const address = waits
    ? { pendingEmail: email }
    : { email, isEmailVerified, pendingEmail: isNew ? undefined : user.pendingEmail };
  services.users.save({
    ...user,
    ...address,
    attributes: { ...user.attributes, ...given.others },
    modifiedAt: services.clock.now(),
  });
  // Codes on their way to other addresses must not open the account, nor verify this one.
  if (isNew && !waits) {
    services.codes.discard(user.sub, 'forgot-password');
    services.codes.discard(user.sub, 'verify-email');
  }
  if (waits) sendCode(services, { id: user.sub, address: email }, 'verify-email');
  return {};
}
