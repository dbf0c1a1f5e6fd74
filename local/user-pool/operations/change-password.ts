import { newPassword, ownerOf } from '../users/accounts.ts';
import { missing } from '../request/constraints.ts';
import type { Input } from '../request/input.ts';
import { checkPasswordPolicy } from '../users/password-policy.ts';
import type { Services } from '../services.ts';
import { asSignedIn } from '../tokens/signed-in-user.ts';
import type { User } from '../users/user-store.ts';
import { passwordMatches } from '../users/srp.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html */
export async function changePassword(
  services: Pick<
    Services,
    'transaction' | 'tokens' | 'users' | 'sessions' | 'lockout' | 'quotas' | 'clock'
  >,
  input: Input,
): Promise<object> {
  const previous = input.optionalPassword('PreviousPassword');
  const proposed = input.password('ProposedPassword');
  return asSignedIn(services, input, (user) => {
    checkPasswordPolicy(proposed);
    services.quotas.spend('ChangePassword', user.sub);
    if (!user.password.isOfNone) checkPrevious(services, user, previous);
    const password = newPassword(user.poolId, user.sub, proposed);
    services.users.save({ ...user, password, modifiedAt: services.clock.now() });
    return {};
  });
}

/** Who has no password yet may leave the previous one out. */
function checkPrevious(
  { lockout }: Pick<Services, 'lockout'>,
  { password, poolId, sub }: User,
  previous: string | undefined,
): void {
  if (previous === undefined) throw missing('PreviousPassword');
  lockout.guard(sub, () => passwordMatches(password, ownerOf(poolId, sub), previous));
}
