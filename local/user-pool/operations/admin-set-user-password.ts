import { newPassword } from '../users/accounts.ts';
import { namedUser } from '../administration.ts';
import { TEMPORARY_PASSWORD_MS } from '../users/create-user.ts';
import type { Input } from '../request/input.ts';
import { checkPasswordPolicy } from '../users/password-policy.ts';
import type { Services } from '../services.ts';

/**
 * A permanent password confirms the user; any other has to be changed at the next sign-in.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserPassword.html
 */
export function adminSetUserPassword(
  services: Pick<Services, 'directory' | 'users' | 'codes' | 'lockout' | 'clock'>,
  input: Input,
): object {
  const password = input.password('Password');
  const isPermanent = input.optionalBoolean('Permanent') ?? false;
  const user = namedUser(services, input);
  checkPasswordPolicy(password);
  const now = services.clock.now();
  services.users.save({
    ...user,
    status: isPermanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
    password: newPassword(user.poolId, user.sub, password),
    passwordExpiresAt: isPermanent ? undefined : now + TEMPORARY_PASSWORD_MS,
    modifiedAt: now,
  });
  services.codes.discard(user.sub, 'forgot-password');
  services.lockout.forgive(user.sub);
  return {};
}
