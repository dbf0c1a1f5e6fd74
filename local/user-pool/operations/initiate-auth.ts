import { ownerOf } from '../accounts.ts';
import { invalidParameter, notAuthorized, userNotFound, wrongPassword } from '../cognito-error.ts';
import { required } from '../input.ts';
import type { Input } from '../input.ts';
import type { AllowedFlow, AppClient, PoolSettings } from '../pool-settings.ts';
import { refresh } from '../refresh.ts';
import type { Services } from '../services.ts';
import { completeSignIn } from '../sign-in.ts';
import { passwordMatches, readClientKey, startExchange } from '../srp.ts';

const flows = [
  'USER_SRP_AUTH',
  'USER_PASSWORD_AUTH',
  'REFRESH_TOKEN_AUTH',
  'REFRESH_TOKEN',
  'CUSTOM_AUTH',
  'USER_AUTH',
  'ADMIN_NO_SRP_AUTH',
  'ADMIN_USER_PASSWORD_AUTH',
] as const;

interface FlowRequest {
  readonly pool: PoolSettings;
  readonly client: AppClient;
  readonly parameters: ReadonlyMap<string, string>;
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html */
export async function initiateAuth(services: Services, input: Input): Promise<object> {
  const flow = input.oneOf('AuthFlow', flows);
  const found = services.directory.client(input.clientId());
  const request = { ...found, parameters: input.strings('AuthParameters') };
  switch (flow) {
    case 'USER_SRP_AUTH':
      requireFlow(request.client, 'ALLOW_USER_SRP_AUTH', flow);
      return challengeBySrp(services, request);
    case 'USER_PASSWORD_AUTH':
      requireFlow(request.client, 'ALLOW_USER_PASSWORD_AUTH', flow);
      return signInByPassword(services, request);
    case 'REFRESH_TOKEN':
    case 'REFRESH_TOKEN_AUTH':
      requireFlow(request.client, 'ALLOW_REFRESH_TOKEN_AUTH', flow);
      return refresh(services, request, required(request.parameters, 'REFRESH_TOKEN'));
    case 'ADMIN_NO_SRP_AUTH':
    case 'ADMIN_USER_PASSWORD_AUTH':
      throw invalidParameter('Initiate Auth method not supported.');
    default:
      throw invalidParameter(`${flow} flow not enabled for this client`);
  }
}

function requireFlow(client: AppClient, needed: AllowedFlow, flow: string): void {
  if (client.authFlows.includes(needed)) return;
  throw invalidParameter(`${flow} flow not enabled for this client`);
}

/** An unknown user gets a challenge as well: stable, and never to be met. */
function challengeBySrp(services: Services, { pool, client, parameters }: FlowRequest): object {
  const username = required(parameters, 'USERNAME');
  const clientKey = readClientKey(required(parameters, 'SRP_A'));
  if (clientKey === undefined) throw notAuthorized('Invalid SRP_A');
  const account = services.accounts.find(pool.id, username);
  refuseUnknown(account.user, client);
  const exchange = startExchange(account.password);
  const SECRET_BLOCK = services.challenges.seal({
    kind: 'PASSWORD_VERIFIER',
    clientId: client.id,
    username,
    userId: account.id,
    clientKey,
    ...exchange,
  });
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: account.password.salt,
      SECRET_BLOCK,
      SRP_B: exchange.publicKey,
      USERNAME: account.id,
      USER_ID_FOR_SRP: account.id,
    },
  };
}

async function signInByPassword(
  services: Services,
  { pool, client, parameters }: FlowRequest,
): Promise<object> {
  const username = required(parameters, 'USERNAME');
  const password = required(parameters, 'PASSWORD');
  const account = services.accounts.find(pool.id, username);
  refuseUnknown(account.user, client);
  services.lockout.guard(account.id, () =>
    passwordMatches(account.password, ownerOf(pool.id, account.id), password),
  );
  if (!account.user) throw wrongPassword();
  return completeSignIn(services, { pool, client, user: account.user });
}

function refuseUnknown(user: unknown, client: AppClient): void {
  if (!user && client.preventUserExistenceErrors === 'LEGACY') throw userNotFound();
}
