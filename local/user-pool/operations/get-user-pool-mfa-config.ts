import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolMfaConfig.html */
export function getUserPoolMfaConfig(
  { directory }: Pick<Services, 'directory'>,
  input: Input,
): object {
  const { mfa } = directory.pool(input.poolId());
  return {
    ...(mfa === 'OFF' ? {} : { SoftwareTokenMfaConfiguration: { Enabled: true } }),
    MfaConfiguration: mfa,
  };
}
