import { isEmail, readAttributesByAdmin } from '../users/attributes.ts';
import { cognitoError, invalidParameter, userNotFound } from '../cognito-error.ts';
import { TEMPORARY_PASSWORD_MS, newUser } from '../users/create-user.ts';
import { newPassword } from '../users/accounts.ts';
import { describeUser } from '../users/described-user.ts';
import type { Input } from '../request/input.ts';
import { invite, temporaryPassword } from '../users/invitations.ts';
import { checkPasswordPolicy } from '../users/password-policy.ts';
import type { PoolSettings } from '../directory/pool-settings.ts';
import type { Services } from '../services.ts';
import type { User } from '../users/user-store.ts';

type Parts = Pick<Services, 'directory' | 'users' | 'mailbox' | 'clock'>;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html */
export function adminCreateUser(services: Parts, input: Input): object {
  const pool = services.directory.pool(input.poolId());
  const username = input.username();
  const action = input.optionalOneOf('MessageAction', ['RESEND', 'SUPPRESS']);
  refuseSms(input.optionalSubset('DesiredDeliveryMediums', ['SMS', 'EMAIL']));
  input.optionalBoolean('ForceAliasCreation');
  input.strings('ClientMetadata');
  input.namedValues('ValidationData');
  const password = chosenPassword(input);
  const existing = services.users.find(pool.id, username);
  const user =
    action === 'RESEND'
      ? renewed(services, existing, password)
      : invited(services, { pool, username, existing, password }, input);
  services.users.save(user);
  if (action !== 'SUPPRESS') invite(services.mailbox, user.email, password);
  return { User: describeUser(user) };
}

function chosenPassword(input: Input): string {
  const chosen = input.optionalPassword('TemporaryPassword');
  if (chosen !== undefined) checkPasswordPolicy(chosen);
  return chosen ?? temporaryPassword();
}

/** There is no SMS here, and a message that nobody gets must not look sent. */
function refuseSms(mediums: readonly string[] = []): void {
  if (!mediums.includes('SMS')) return;
  throw invalidParameter('DesiredDeliveryMediums SMS is not emulated by the Presspass stand-in');
}

function invited(
  { clock }: Parts,
  {
    pool,
    username,
    existing,
    password,
  }: { pool: PoolSettings; username: string; existing: User | undefined; password: string },
  input: Input,
): User {
  const given = readAttributesByAdmin(input.namedValues('UserAttributes'));
  if (!isEmail(username)) throw invalidParameter('Username should be an email.');
  if (given.email !== undefined && given.email.toLowerCase() !== username.toLowerCase()) {
    throw invalidParameter('The email attribute and the username must be the same address.');
  }
  if (existing) {
    const message = 'An account with the given email already exists.';
    throw cognitoError('UsernameExistsException', message);
  }
  const now = clock.now();
  return {
    ...newUser(pool.id, username, password, now),
    isEmailVerified: given.isEmailVerified ?? false,
    attributes: given.others,
    status: 'FORCE_CHANGE_PASSWORD',
    passwordExpiresAt: now + TEMPORARY_PASSWORD_MS,
  };
}

/** A new temporary password and seven more days, for somebody who has not used the first. */
function renewed({ clock }: Parts, user: User | undefined, password: string): User {
  if (!user) throw userNotFound();
  if (user.status !== 'FORCE_CHANGE_PASSWORD') {
    const message = `Resend not possible. ${user.sub} status is not FORCE_CHANGE_PASSWORD`;
    throw cognitoError('UnsupportedUserStateException', message);
  }
  const now = clock.now();
  return {
    ...user,
    password: newPassword(user.poolId, user.sub, password),
    passwordExpiresAt: now + TEMPORARY_PASSWORD_MS,
    modifiedAt: now,
  };
}
