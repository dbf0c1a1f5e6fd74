import { provenBy } from '../sign-in/challenges.ts';
import { notAuthorized, userNotFound } from '../cognito-error.ts';
import { checkIgnoredMembers } from '../request/ignored-members.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';
import { knownAccount } from '../sign-in/first-factor.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html */
export function confirmSignUp(
  services: Pick<
    Services,
    'directory' | 'secrets' | 'accounts' | 'users' | 'codes' | 'challenges' | 'quotas' | 'clock'
  >,
  input: Input,
): object {
  const { users, codes, clock } = services;
  const { pool, client } = services.directory.client(input.clientId());
  const username = input.username();
  const code = input.confirmationCode();
  checkIgnoredMembers(input);
  input.optionalBoolean('ForceAliasCreation');
  input.session();
  services.secrets.checkHash(client, username, input.secretHash());
  const { user, id, address } = knownAccount(services, { pool, client }, username);
  if (user && user.status !== 'UNCONFIRMED') {
    throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
  }
  services.quotas.spend('ConfirmSignUp', id);
  codes.check({ id, address }, 'sign-up', code);
  if (!user) throw userNotFound();
  users.save({ ...user, status: 'CONFIRMED', isEmailVerified: true, modifiedAt: clock.now() });
  codes.discard(id, 'sign-up');
  if (!client.authFlows.includes('ALLOW_USER_AUTH')) return {};
  // USER_AUTH takes this session in place of a first factor: signing up ends signed in.
  const state = { kind: 'SIGNED_UP', ...provenBy(user, client) } as const;
  return { Session: services.challenges.seal(state, client) };
}
