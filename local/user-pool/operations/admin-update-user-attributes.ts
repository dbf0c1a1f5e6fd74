import { namedUser } from '../administration.ts';
import { addressTaken, readAttributesByAdmin } from '../users/attributes.ts';
import { endCodesOfOldAddress, isSameAddress } from '../users/change-of-address.ts';
import { sendCode } from '../users/code-mail.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/**
 * A new address that is not said to be verified waits for its code, as when people change it themselves; the present one given again
 * takes another back.
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
  const isNew = !isSameAddress(email, user.email);
  if (isNew && services.users.find(user.poolId, email)) throw addressTaken();
  const waits = isNew && given.isEmailVerified !== true;
  const address = waits
    ? { pendingEmail: email }
    : { email, isEmailVerified, pendingEmail: given.email ? undefined : user.pendingEmail };
  const changed = {
    ...user,
    ...address,
    attributes: { ...user.attributes, ...given.others },
    modifiedAt: services.clock.now(),
  };
  services.users.save(changed);
  endCodesOfOldAddress(services, user, changed);
  if (waits) sendCode(services, { id: user.sub, address: email }, 'verify-email');
  return {};
}
