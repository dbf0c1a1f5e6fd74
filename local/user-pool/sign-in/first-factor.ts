import { ownerOf } from '../users/accounts.ts';
import type { Account } from '../users/accounts.ts';
import { userNotFound, wrongPassword } from '../cognito-error.ts';
import type { PoolClient } from '../directory/pool-directory.ts';
import type { Services } from '../services.ts';
import { passwordMatches } from '../users/srp.ts';
import type { User } from '../users/user-store.ts';

/**
 * The user whose name and password these are, whatever their state: see `afterFirstFactor`. Wrong tries lock, for strangers as
 * well. Throws NotAuthorizedException, or UserNotFoundException where the client does not hide who exists.
 */
export function checkPassword(
  services: Pick<Services, 'accounts' | 'lockout'>,
  at: PoolClient,
  { username, password }: { readonly username: string; readonly password: string },
): User {
  const account = knownAccount(services, at, username);
  guardPassword(services, account, () =>
    passwordMatches(account.password, ownerOf(at.pool.id, account.id), password),
  );
  if (!account.user) throw wrongPassword();
  return account.user;
}

/** Runs a check of an account's password under the lockout; the reason of a refusal tells a developer what Cognito hides. */
export function guardPassword(
  { lockout }: Pick<Services, 'lockout'>,
  { id, user }: Pick<Account, 'id' | 'user'>,
  isRight: () => boolean,
): void {
  const what = user
    ? 'the password is wrong'
    : 'there is no such user; PreventUserExistenceErrors hides it';
  lockout.guard(id, isRight, (tries) => wrongPassword().because(`${what}; ${tries}`));
}

/** The account behind a username, real or simulated. Throws UserNotFoundException where the client does not hide who exists. */
export function knownAccount(
  { accounts }: Pick<Services, 'accounts'>,
  { pool, client }: PoolClient,
  username: string,
): Account {
  const account = accounts.find(pool.id, username);
  if (!account.user && client.preventUserExistenceErrors === 'LEGACY') throw userNotFound();
  return account;
}
