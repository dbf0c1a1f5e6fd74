import { newPassword, ownerOf } from '../users/accounts.ts';
import type { Input } from '../request/input.ts';
import { checkPasswordPolicy } from '../users/password-policy.ts';
import type { Services } from '../services.ts';
import { signedInUser } from '../tokens/signed-in-user.ts';
import { passwordMatches } from '../users/srp.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html */
export async function changePassword(
  services: Pick<Services, 'tokens' | 'users' | 'sessions' | 'lockout' | 'quotas' | 'clock'>,
  input: Input,
): Promise<object> {
  const previous = input.password('PreviousPassword');
  const proposed = input.password('ProposedPassword');
  const user = await signedInUser(services, input);
  checkPasswordPolicy(proposed);
  services.quotas.spend('ChangePassword', user.sub);
  services.lockout.guard(user.sub, () =>
    passwordMatches(user.password, ownerOf(user.poolId, user.sub), previous),
  );
  const password = newPassword(user.poolId, user.sub, proposed);
  services.users.save({ ...user, password, modifiedAt: services.clock.now() });
  return {};
}
