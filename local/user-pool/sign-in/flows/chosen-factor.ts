import { invalidParameter } from '../../cognito-error.ts';
import type { CognitoError } from '../../cognito-error.ts';
import { availableFactors } from '../available-factors.ts';
import type { FirstFactor } from '../available-factors.ts';
import { knownAccount } from '../first-factor.ts';
import type { Services } from '../../services.ts';
import type { SignInStep } from '../sign-in-step.ts';
import { provenUsername } from './flow-request.ts';
import type { FlowRequest } from './flow-request.ts';
import { challengeByMailedCode } from './mailed-code.ts';
import { challengeByPasskey } from './passkey.ts';
import { signInByPassword } from './password-flow.ts';
import { challengeBySrp } from './srp-flow.ts';

const later: readonly string[] = ['SMS_OTP'];

/** Begins with the first factor that was chosen. Without its PASSWORD or SRP_A, that is asked for next. */
export function beginWith(
  services: Services,
  factor: FirstFactor,
  request: FlowRequest,
): SignInStep {
  const { parameters } = request;
  const username = provenUsername(services, request, parameters);
  if (factor === 'EMAIL_OTP' || factor === 'WEB_AUTHN') {
    const challenge = factor === 'EMAIL_OTP' ? challengeByMailedCode : challengeByPasskey;
    const account = knownAccount(services, request, username);
    return challenge(services, request, { account, username });
  }
  if (factor === 'PASSWORD') {
    if (!parameters.has('PASSWORD')) return ask(services, request, factor);
    return signInByPassword(services, request);
  }
  return parameters.has('SRP_A')
    ? challengeBySrp(services, request)
    : ask(services, request, factor);
}

/** Asks for a choice among the user's first factors, or for what the chosen one needs. */
export function ask(
  services: Services,
  request: FlowRequest,
  kind: 'SELECT_CHALLENGE' | 'PASSWORD' | 'PASSWORD_SRP',
): SignInStep {
  const { pool, client, parameters } = request;
  const username = provenUsername(services, request, parameters);
  const account = knownAccount(services, request, username);
  const asked = { clientId: client.id, userId: account.id, username };
  const offered = availableFactors(services, pool, account.user);
  const challenge = {
    ChallengeName: kind,
    Session: services.challenges.seal({ kind, ...asked }, client),
    ChallengeParameters: {},
    AvailableChallenges: kind === 'SELECT_CHALLENGE' ? offered : [kind],
  };
  return { kind: 'challenge', challenge };
}

/**
 * The first factor that a person names, if this user has it. Throws InvalidParameterException for one that is none, or that is not
 * emulated.
 */
export function factorNamed(
  services: Services,
  request: FlowRequest,
  name: string,
): FirstFactor | undefined {
  const username = provenUsername(services, request, request.parameters);
  const { user } = knownAccount(services, request, username);
  if (later.includes(name)) {
    throw invalidParameter(`${name} is not emulated by the Presspass stand-in`);
  }
  if (!isFirstFactor(name)) throw notAvailable();
  return availableFactors(services, request.pool, user).find((factor) => factor === name);
}

/** The refusal of a choice that the user does not have; its beginning, "Selected", is as third parties report it. */
export function notAvailable(): CognitoError {
  return invalidParameter('Selected challenge is not available');
}

function isFirstFactor(name: string): name is FirstFactor {
  return ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'].includes(name);
}
