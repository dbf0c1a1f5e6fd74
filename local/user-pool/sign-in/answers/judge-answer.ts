import { invalidParameter } from '../../cognito-error.ts';
import type { PoolClient } from '../../directory/pool-directory.ts';
import { provenUsername } from '../flows/flow-request.ts';
import type { Services } from '../../services.ts';
import type { SignInStep } from '../sign-in-step.ts';
import type { Judge } from './challenge-answer.ts';
import { answerPassword, answerPasswordSrp, selectChallenge } from './chosen-factor.ts';
import { checkMailedCode } from './mailed-code.ts';
import { finishMfaSetup } from './mfa-setup.ts';
import { chooseNewPassword } from './new-password.ts';
import { checkPasskey } from './passkey.ts';
import { verifyPassword } from './password-verifier.ts';
import { checkSoftwareToken } from './software-token.ts';

/** Cognito's ChallengeName. */
export const challengeNames = [
  'SMS_MFA',
  'EMAIL_OTP',
  'SOFTWARE_TOKEN_MFA',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
  'PASSWORD_VERIFIER',
  'CUSTOM_CHALLENGE',
  'SELECT_CHALLENGE',
  'DEVICE_SRP_AUTH',
  'DEVICE_PASSWORD_VERIFIER',
  'ADMIN_NO_SRP_AUTH',
  'NEW_PASSWORD_REQUIRED',
  'SMS_OTP',
  'PASSWORD',
  'WEB_AUTHN',
  'PASSWORD_SRP',
] as const;

type ChallengeName = (typeof challengeNames)[number];

const judges: Partial<Record<ChallengeName, Judge>> = {
  PASSWORD_VERIFIER: verifyPassword,
  NEW_PASSWORD_REQUIRED: chooseNewPassword,
  SOFTWARE_TOKEN_MFA: checkSoftwareToken,
  MFA_SETUP: finishMfaSetup,
  SELECT_CHALLENGE: selectChallenge,
  PASSWORD: answerPassword,
  PASSWORD_SRP: answerPasswordSrp,
  EMAIL_OTP: checkMailedCode,
};

/** The answer to a challenge, as RespondToAuthChallenge carries it. */
export interface GivenAnswer extends PoolClient {
  readonly challenge: ChallengeName;
  readonly answers: ReadonlyMap<string, string>;
  readonly session: string | undefined;
}

/**
 * How the answer to a challenge is judged, in a transaction: whatever takes time has been done. Both throw a CognitoError for a
 * wrong answer, and for one that names a challenge that is not emulated.
 */
export async function judgeAnswer(
  services: Services,
  given: GivenAnswer,
): Promise<() => SignInStep> {
  const judge = judges[given.challenge];
  if (!judge && given.challenge !== 'WEB_AUTHN') {
    const message = `Challenge ${given.challenge} is not emulated by the Presspass stand-in`;
    throw invalidParameter(message);
  }
  const answer = { ...given, username: provenUsername(services, given, given.answers) };
  return judge ? () => judge(services, answer) : checkPasskey(services, answer);
}
