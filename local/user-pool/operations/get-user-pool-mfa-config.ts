import { describeMfaConfig } from '../directory/described-mfa-config.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolMfaConfig.html */
export function getUserPoolMfaConfig(
  { directory }: Pick<Services, 'directory'>,
  input: Input,
): object {
  return describeMfaConfig(directory.pool(input.poolId()));
}
