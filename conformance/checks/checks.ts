import type { Check } from '../check.ts';
import { restGateway } from './rest-gateway.ts';
import { servicesPool } from './services-pool.ts';
import { oauthRefusals } from './oauth-refusals.ts';
import { passkeys } from './passkeys.ts';
import { passwords } from './passwords.ts';
import { appClients } from './app-clients.ts';
import { cors } from './cors.ts';
import { factors } from './factors.ts';
import { httpApi } from './http-api.ts';
import { machines } from './machines.ts';
import { oauth } from './oauth.ts';
import { poolProtocol } from './pool-protocol.ts';
import { quotas } from './quotas.ts';
import { restApi } from './rest-api.ts';
import { session } from './session.ts';
import { signIn } from './sign-in.ts';
import { signUp } from './sign-up.ts';
import { strict } from './strict.ts';
import { tokens } from './tokens.ts';
import { userSignIn } from './user-sign-in.ts';

/** Every expectation, through every client that can express it. */
export const checks: readonly Check[] = [
  ...machines,
  ...servicesPool,
  ...restApi,
  ...restGateway,
  ...cors,
  ...httpApi,
  ...oauth,
  ...oauthRefusals,
  ...tokens,
  ...userSignIn,
  ...signUp,
  ...signIn,
  ...session,
  ...passwords,
  ...poolProtocol,
  ...appClients,
  ...factors,
  ...passkeys,
  ...quotas,
  ...strict,
];
