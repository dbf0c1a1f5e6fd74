import { notAuthorized, userNotFound } from '../cognito-error.ts';
import type { Input } from '../input.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html */
export function confirmSignUp(
  {
    directory,
    accounts,
    users,
    codes,
    challenges,
    clock,
  }: Pick<Services, 'directory' | 'accounts' | 'users' | 'codes' | 'challenges' | 'clock'>,
  input: Input,
): object {
  const { pool, client } = directory.client(input.clientId());
  const { user, id } = accounts.find(pool.id, input.username());
  const code = input.confirmationCode();
  if (!user && client.preventUserExistenceErrors === 'LEGACY') throw userNotFound();
  if (user && user.status !== 'UNCONFIRMED') {
    throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
  }
  codes.check(id, 'sign-up', code);
  if (!user) throw userNotFound();
  users.save({ ...user, status: 'CONFIRMED', isEmailVerified: true, modifiedAt: clock.now() });
  codes.discard(id, 'sign-up');
  if (!client.authFlows.includes('ALLOW_USER_AUTH')) return {};
  // USER_AUTH takes this session in place of a first factor: signing up ends signed in.
  const state = { kind: 'SIGNED_UP', clientId: client.id, userId: user.sub } as const;
  return { Session: challenges.seal(state, client) };
}
