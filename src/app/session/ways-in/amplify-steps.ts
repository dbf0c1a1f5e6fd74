/** The calls of `aws-amplify` behind the ways in without a password. */
import { type SignInOutput, confirmSignIn, signIn } from 'aws-amplify/auth';
import type { FirstFactor, NextStep } from './next-step';

type AmplifyStep = SignInOutput['nextStep'];

/** Begins with a factor of choice: https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html */
export async function begin(
  username: string,
  preferredChallenge: 'EMAIL_OTP' | 'WEB_AUTHN',
): Promise<NextStep> {
  const options = { authFlowType: 'USER_AUTH', preferredChallenge } as const;
  return stepOf((await signIn({ username, options })).nextStep);
}

/** Answers the step at which Amplify is; it keeps that in this tab for three minutes. */
export async function answer(challengeResponse: string): Promise<NextStep> {
  return stepOf((await confirmSignIn({ challengeResponse })).nextStep);
}

function stepOf(step: AmplifyStep): NextStep {
  switch (step.signInStep) {
    case 'DONE':
      return { kind: 'signed-in' };
    case 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE':
      return { kind: 'email-code' };
    case 'CONFIRM_SIGN_IN_WITH_TOTP_CODE':
      return { kind: 'totp' };
    case 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED':
      return { kind: 'new-password' };
    case 'RESET_PASSWORD':
      return { kind: 'reset-required' };
    case 'CONFIRM_SIGN_UP':
      return { kind: 'unconfirmed' };
    case 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION':
      return { kind: 'other-way', open: factorsOf(step.availableChallenges) };
    default:
      return { kind: 'unknown' };
  }
}

const factors: Readonly<Record<string, FirstFactor>> = {
  PASSWORD: 'password',
  PASSWORD_SRP: 'password',
  EMAIL_OTP: 'email-code',
  WEB_AUTHN: 'passkey',
};

function factorsOf(challenges: readonly string[] = []): readonly FirstFactor[] {
  return [...new Set(challenges.flatMap((one) => factors[one] ?? []))];
}
