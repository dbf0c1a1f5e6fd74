import { newPassword } from '../users/accounts.ts';
import { codeMismatch } from '../cognito-error.ts';
import { checkIgnoredMembers } from '../request/ignored-members.ts';
import type { Input } from '../request/input.ts';
import { checkPasswordPolicy } from '../users/password-policy.ts';
import type { Services } from '../services.ts';
import { knownAccount } from '../sign-in/first-factor.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmForgotPassword.html */
export function confirmForgotPassword(
  services: Pick<
    Services,
    'directory' | 'secrets' | 'accounts' | 'users' | 'codes' | 'quotas' | 'lockout' | 'clock'
  >,
  input: Input,
): object {
  const { pool, client } = services.directory.client(input.clientId());
  const username = input.username();
  const code = input.confirmationCode();
  const chosen = input.password('Password');
  checkIgnoredMembers(input);
  services.secrets.checkHash(client, username, input.secretHash());
  const { user, id, address } = knownAccount(services, { pool, client }, username);
  checkPasswordPolicy(chosen);
  services.quotas.spend('ConfirmForgotPassword', id);
  services.codes.check({ id, address }, 'forgot-password', code);
  if (!user?.isEnabled || !user.isEmailVerified) throw codeMismatch();
  services.users.save({
    ...user,
    status: 'CONFIRMED',
    password: newPassword(pool.id, user.sub, chosen),
    passwordExpiresAt: undefined,
    modifiedAt: services.clock.now(),
  });
  services.codes.discard(id, 'forgot-password');
  services.lockout.forgive(id);
  return {};
}
