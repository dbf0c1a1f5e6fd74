import { notAuthorized } from '../../cognito-error.ts';
import { knownAccount } from '../first-factor.ts';
import { required } from '../../request/input.ts';
import type { Services } from '../../services.ts';
import type { SignInStep } from '../sign-in-step.ts';
import { readClientKey, startExchange } from '../../users/srp.ts';
import { provenUsername } from './flow-request.ts';
import type { FlowRequest } from './flow-request.ts';

/**
 * Asks for a proof of the password: USER_SRP_AUTH and the choice PASSWORD_SRP. An unknown user is asked as well, in a stable way, and
 * can never answer.
 */
export function challengeBySrp(services: Services, request: FlowRequest): SignInStep {
  const { client, parameters } = request;
  const username = provenUsername(services, request, parameters);
  const clientKey = readClientKey(required(parameters, 'SRP_A'));
  // The check is RFC 5054's; what AWS says here is not published.
  if (clientKey === undefined) throw notAuthorized('Invalid SRP_A');
  const account = knownAccount(services, request, username);
  const exchange = startExchange(account.password);
  const asked = { clientId: client.id, username, userId: account.id };
  const state = { kind: 'PASSWORD_VERIFIER', ...asked, clientKey, ...exchange } as const;
  const challenge = {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: account.password.salt,
      SECRET_BLOCK: services.challenges.seal(state, client),
      SRP_B: exchange.publicKey,
      USERNAME: account.id,
      USER_ID_FOR_SRP: account.id,
    },
  };
  return { kind: 'challenge', challenge };
}
