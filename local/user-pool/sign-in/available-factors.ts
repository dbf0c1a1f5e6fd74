import type { PoolSettings } from '../directory/pool-settings.ts';
import { findRelyingParty } from '../passkeys/relying-party.ts';
import type { Passkey } from '../passkeys/passkeys.ts';
import { needsSoftwareToken } from './second-factor.ts';
import type { Services } from '../services.ts';
import type { User, UserKey } from '../users/user-store.ts';

/** The ways of beginning to sign in that USER_AUTH offers; text messages are not emulated. */
export type FirstFactor = 'PASSWORD_SRP' | 'PASSWORD' | 'EMAIL_OTP' | 'WEB_AUTHN';

/**
 * The first factors that a user can choose from. Who needs a second factor must begin with a password. A temporary password must be
 * used; who has none can only set one by what ForgotPassword mails. A mailed code needs a verified address; who has yet to confirm is treated as strangers are, and hears so after the code. A
 * stranger has no passkey, as most people have none.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export function availableFactors(
  services: Pick<Services, 'softwareTokens' | 'passkeys'>,
  pool: PoolSettings,
  user: User | undefined,
): readonly FirstFactor[] {
  const passwords = ['PASSWORD_SRP', 'PASSWORD'] as const;
  if (!canDoWithoutPassword(services, pool, user)) return passwords;
  const known = user?.password.isOfNone ? [] : passwords;
  const hasAddress = !user || user.status === 'UNCONFIRMED' || user.isEmailVerified;
  const hasPasskey = usablePasskeys(services, pool, user).length > 0;
  return [
    ...known,
    ...(hasAddress && pool.firstFactors.includes('EMAIL_OTP') ? (['EMAIL_OTP'] as const) : []),
    ...(hasPasskey ? (['WEB_AUTHN'] as const) : []),
  ];
}

/** A user's passkeys that were made for the pool's relying party as it is today. */
export function usablePasskeys(
  { passkeys }: Pick<Services, 'passkeys'>,
  pool: PoolSettings,
  user: User | undefined,
): Passkey[] {
  const relyingParty = findRelyingParty(pool);
  if (!relyingParty) return [];
  const found = passkeys.of(user ?? nobodyIn(pool));
  return found.filter((passkey) => passkey.relyingPartyId === relyingParty.id);
}

function canDoWithoutPassword(
  services: Pick<Services, 'softwareTokens'>,
  pool: PoolSettings,
  user: User | undefined,
): boolean {
  if (pool.mfa === 'ON') return false;
  if (user?.status === 'FORCE_CHANGE_PASSWORD') return false;
  return !needsSoftwareToken(services, pool, user ?? nobodyIn(pool));
}

/** Nothing is kept of a stranger. It is looked for nevertheless: how long an answer takes must not tell who has an account. */
function nobodyIn({ id }: PoolSettings): UserKey {
  return { poolId: id, sub: '' };
}
