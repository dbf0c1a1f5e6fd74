import { invalidParameter } from '../cognito-error.ts';
import { describeMfaConfig } from '../directory/described-mfa-config.ts';
import type { PoolSettings } from '../directory/pool-settings.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

const MODES = ['OFF', 'ON', 'OPTIONAL'] as const;

/**
 * Sets whether a second factor may or must be, and for whom passkeys are made. What is left out stays; what AWS does then is not
 * published.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html
 */
export function setUserPoolMfaConfig(
  { directory }: Pick<Services, 'directory'>,
  input: Input,
): object {
  const pool = directory.pool(input.poolId());
  refuseMessages(input);
  const mfa = input.optionalOneOf('MfaConfiguration', MODES) ?? pool.mfa;
  const hasTokens =
    input.structure('SoftwareTokenMfaConfiguration')?.optionalBoolean('Enabled') ??
    pool.mfa !== 'OFF';
  if (mfa !== 'OFF' && !hasTokens) {
    // AWS wants a factor as well; its words are not published.
    throw invalidParameter('MFA cannot be turned on without a factor.');
  }
  const passkeys = readPasskeys(input, pool);
  directory.saveMfaConfig(pool.id, { mfa, ...(passkeys ? { passkeys } : {}) });
  return describeMfaConfig(directory.pool(pool.id));
}

function refuseMessages(input: Input): void {
  const email = input.structure('EmailMfaConfiguration');
  email?.optionalString('Message');
  email?.optionalString('Subject');
  const sms = input.structure('SmsMfaConfiguration');
  sms?.optionalString('SmsAuthenticationMessage');
  sms?.structure('SmsConfiguration');
  if (email ?? sms) {
    throw invalidParameter('MFA by message is not emulated by the Presspass stand-in.');
  }
}

function readPasskeys(input: Input, pool: PoolSettings): PoolSettings['passkeys'] {
  const given = input.structure('WebAuthnConfiguration');
  if (!given) return pool.passkeys;
  const relyingPartyId =
    given.optionalString('RelyingPartyId', { min: 1, max: 127 }) ?? pool.passkeys?.relyingPartyId;
  const factor = given.optionalOneOf('FactorConfiguration', [
    'SINGLE_FACTOR',
    'MULTI_FACTOR_WITH_USER_VERIFICATION',
  ]);
  if (factor === 'MULTI_FACTOR_WITH_USER_VERIFICATION') {
    throw invalidParameter(`${factor} is not emulated by the Presspass stand-in.`);
  }
  const verification = given.optionalOneOf('UserVerification', ['required', 'preferred']);
  return {
    ...(relyingPartyId === undefined ? {} : { relyingPartyId }),
    userVerification: verification ?? pool.passkeys?.userVerification ?? 'preferred',
  };
}
