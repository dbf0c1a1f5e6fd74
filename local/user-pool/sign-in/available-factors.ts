import type { PoolSettings } from '../directory/pool-settings.ts';
import { needsSoftwareToken } from './second-factor.ts';
import type { Services } from '../services.ts';
import type { User } from '../users/user-store.ts';

/** The ways of beginning to sign in that USER_AUTH offers; passkeys and text messages are not emulated. */
export type FirstFactor = 'PASSWORD_SRP' | 'PASSWORD' | 'EMAIL_OTP';

/**
 * The first factors that a user can choose from. Who needs a second factor must begin with a password. A temporary password must be
 * used. A mailed code needs a verified address; who has yet to confirm is treated as strangers are, and hears so after the code.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export function availableFactors(
  services: Pick<Services, 'softwareTokens'>,
  pool: PoolSettings,
  user: User | undefined,
): readonly FirstFactor[] {
  const passwords = ['PASSWORD_SRP', 'PASSWORD'] as const;
  return canUseMailedCode(services, pool, user) ? [...passwords, 'EMAIL_OTP'] : passwords;
}

function canUseMailedCode(
  services: Pick<Services, 'softwareTokens'>,
  pool: PoolSettings,
  user: User | undefined,
): boolean {
  if (pool.mfa === 'ON') return false;
  if (!user || user.status === 'UNCONFIRMED') return true;
  if (user.status === 'FORCE_CHANGE_PASSWORD' || !user.isEmailVerified) return false;
  return !needsSoftwareToken(services, pool, user);
}
