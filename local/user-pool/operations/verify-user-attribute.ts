import { addressTaken } from '../users/attributes.ts';
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
    const email = user.pendingEmail ?? user.email;
    services.quotas.spend('VerifyUserAttribute', user.sub);
    services.codes.check(user.sub, 'verify-email', code);
    const holder = services.users.find(user.poolId, email);
    if (holder && holder.sub !== user.sub) throw addressTaken();
    const verified = { email, pendingEmail: undefined, isEmailVerified: true };
    services.users.save({ ...user, ...verified, modifiedAt: services.clock.now() });
    services.codes.discard(user.sub, 'verify-email');
    // A code on its way to the old address must not open the account any more.
    services.codes.discard(user.sub, 'forgot-password');
    return {};
  });
}
