import { addressTaken, readAttributes } from '../users/attributes.ts';
import { endCodesOfOldAddress, isSameAddress } from '../users/change-of-address.ts';
import { sendCode } from '../users/code-mail.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { asSignedIn } from '../tokens/signed-in-user.ts';
import type { User } from '../users/user-store.ts';

/**
 * A new e-mail address takes effect when its code is entered with VerifyUserAttribute; until then the old one
 * stays, as with AttributesRequireVerificationBeforeUpdate:
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserAttributes.html
 */
export async function updateUserAttributes(
  services: Pick<
    Services,
    'transaction' | 'tokens' | 'users' | 'sessions' | 'codes' | 'mailbox' | 'quotas' | 'clock'
  >,
  input: Input,
): Promise<object> {
  input.strings('ClientMetadata');
  const { email, others } = readAttributes(input.requiredNamedValues('UserAttributes'));
  return asSignedIn(services, input, (user) => {
    const isNew = email !== undefined && !isSameAddress(email, user.email);
    if (isNew && services.users.find(user.poolId, email)) throw addressTaken();
    if (isNew) services.quotas.spend('VerifyEmail', user.sub);
    const changed = {
      ...user,
      attributes: { ...user.attributes, ...others },
      pendingEmail: pendingAddress(user, email),
      modifiedAt: services.clock.now(),
    };
    services.users.save(changed);
    endCodesOfOldAddress(services, user, changed);
    const details = isNew
      ? [sendCode(services, { id: user.sub, address: email }, 'verify-email')]
      : [];
    return { CodeDeliveryDetailsList: details };
  });
}

/** The address that waits for its code from now on: one's own given again takes the other back. */
function pendingAddress({ email: own, pendingEmail }: User, email: string | undefined) {
  if (email === undefined) return pendingEmail;
  return isSameAddress(email, own) ? undefined : email;
}
