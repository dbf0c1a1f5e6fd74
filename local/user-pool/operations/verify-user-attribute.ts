import { addressTaken } from '../users/attributes.ts';
import { addressToProve, endCodesOfOldAddress } from '../users/change-of-address.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { asSignedIn } from '../tokens/signed-in-user.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifyUserAttribute.html */
export async function verifyUserAttribute(
  services: Pick<
    Services,
    'transaction' | 'tokens' | 'users' | 'sessions' | 'codes' | 'quotas' | 'clock'
  >,
  input: Input,
): Promise<object> {
  input.oneOf('AttributeName', ['email']);
  const code = input.confirmationCode('Code');
  return asSignedIn(services, input, (user) => {
    const email = addressToProve(user);
    services.quotas.spend('VerifyUserAttribute', user.sub);
    services.codes.check({ id: user.sub, address: email }, 'verify-email', code);
    const holder = services.users.find(user.poolId, email);
    if (holder && holder.sub !== user.sub) throw addressTaken();
    const proven = { email, pendingEmail: undefined, isEmailVerified: true };
    const verified = { ...user, ...proven, modifiedAt: services.clock.now() };
    services.users.save(verified);
    services.codes.discard(user.sub, 'verify-email');
    endCodesOfOldAddress(services, user, verified);
    return {};
  });
}
