import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { env } from 'node:process';
import { settings } from '../settings.ts';
import type { PasswordCheck } from '../sign-in/password-check.ts';
import { CognitoPasswordCheck } from './cognito-password-check.ts';
import { passwordCheckSettings } from './password-check-settings.ts';

/**
 * Two tries of at most 5 s each, in milliseconds: whoever waits gets words long before API Gateway gives
 * up, which it does after 29 s.
 */
const patience = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
};

const opened = new Map<string, PasswordCheck>();

/**
 * The password check of the app client `CLIENT_ID` (secret: `CLIENT_SECRET`) in the pool `USER_POOL_ID`.
 * Region, credentials and endpoint are what the AWS SDK finds in the environment. Kept, with its
 * connections, for the life of the process.
 */
export function openPasswordCheck(): PasswordCheck {
  const endpoint = env['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'] ?? '';
  const { USER_POOL_ID, CLIENT_ID, CLIENT_SECRET } = settings(passwordCheckSettings);
  const client = { poolId: USER_POOL_ID, id: CLIENT_ID, secret: CLIENT_SECRET };
  const key = JSON.stringify([endpoint, client]);
  const known = opened.get(key);
  if (known) return known;
  const check = new CognitoPasswordCheck(new CognitoIdentityProviderClient(patience), client);
  opened.set(key, check);
  return check;
}
