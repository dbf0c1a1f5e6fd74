import type { HandlerEnvironment } from './environment.ts';
import { APP_CLIENT_IDS, PEOPLE_POOL_ID } from './seed/identities.ts';
import type { UserPools } from './user-pool/user-pools.ts';

type SignInEnvironment = Pick<
  HandlerEnvironment,
  'USER_POOL_ID' | 'CLIENT_ID' | 'CLIENT_SECRET' | 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'
>;

/** What user-sign-in signs people in with: a client that has a secret, since the function runs on a server. */
export function signInEnvironment(
  userPools: Pick<UserPools, 'clientSecret'>,
  port: number,
): SignInEnvironment {
  const clientId = APP_CLIENT_IDS['sign-in-api'];
  return {
    USER_POOL_ID: PEOPLE_POOL_ID,
    CLIENT_ID: clientId,
    CLIENT_SECRET: userPools.clientSecret(clientId) ?? '',
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: `http://127.0.0.1:${String(port)}`,
  };
}
