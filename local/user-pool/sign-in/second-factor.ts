import { provenBy } from './challenges.ts';
import type { PoolSettings } from '../directory/pool-settings.ts';
import type { Services } from '../services.ts';
import type { SignIn, SignInStep } from './sign-in-step.ts';
import type { User, UserKey } from '../users/user-store.ts';

/**
 * What follows once the first factor and the password's state are right: a code of the user's software token, setting one up where
 * the pool requires it, or nothing.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
 */
export function askSecondFactor(
  services: Pick<Services, 'challenges' | 'softwareTokens'>,
  signIn: SignIn,
): SignInStep {
  const { pool, client, user } = signIn;
  const asked = provenBy(user, client);
  const token = services.softwareTokens.find(user);
  if (token && needsSoftwareToken(services, pool, user)) {
    const named: Record<string, string> =
      token.name === undefined ? {} : { FRIENDLY_DEVICE_NAME: token.name };
    const challenge = {
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      Session: services.challenges.seal({ kind: 'SOFTWARE_TOKEN_MFA', ...asked }, client),
      ChallengeParameters: { USER_ID_FOR_SRP: user.sub, ...named },
    };
    return { kind: 'challenge', challenge };
  }
  if (pool.mfa !== 'ON') return { kind: 'done', user };
  const challenge = {
    ChallengeName: 'MFA_SETUP',
    Session: services.challenges.seal({ kind: 'MFA_SETUP', ...asked }, client),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.sub,
      MFAS_CAN_SETUP: JSON.stringify(['SOFTWARE_TOKEN_MFA']),
    },
  };
  return { kind: 'challenge', challenge };
}

/**
 * Whether signing in takes a code: of a token that the user turned on, or of any that is verified where the pool requires a second
 * factor. A pool that no longer offers tokens still asks those who have one.
 */
export function needsSoftwareToken(
  { softwareTokens }: Pick<Services, 'softwareTokens'>,
  pool: PoolSettings,
  user: UserKey,
): boolean {
  const token = softwareTokens.find(user);
  return token !== undefined && (token.isEnabled || pool.mfa === 'ON');
}

/** A user's second factors as GetUser and AdminGetUser list them; nothing where there are none. */
export function mfaSettings(
  { softwareTokens }: Pick<Services, 'softwareTokens'>,
  user: User,
): { UserMFASettingList?: string[]; PreferredMfaSetting?: string } {
  const token = softwareTokens.find(user);
  if (!token?.isEnabled) return {};
  const UserMFASettingList = ['SOFTWARE_TOKEN_MFA'];
  return token.isPreferred
    ? { UserMFASettingList, PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA' }
    : { UserMFASettingList };
}
