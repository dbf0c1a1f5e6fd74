import { chooseNewPassword } from '../sign-in/answers/new-password.ts';
import { checkSoftwareToken } from '../sign-in/answers/software-token.ts';
import { invalidParameter } from '../cognito-error.ts';
import { checkPassword } from '../sign-in/first-factor.ts';
import type { PoolClient } from '../directory/pool-directory.ts';
import type { Services } from '../services.ts';
import type { SignInStep } from '../sign-in/sign-in-step.ts';
import { afterFirstFactor } from '../sign-in/sign-in.ts';
import type { LoginStep } from './login-form.ts';
import type { Parameters } from './parameters.ts';

/** Which question a form answers. */
export function stepIn(form: Parameters): LoginStep {
  const kind = form.optional('step');
  const username = (form.optional('username') ?? '').slice(0, 128);
  const session = form.optional('session');
  const isFurther = kind === 'NEW_PASSWORD_REQUIRED' || kind === 'SOFTWARE_TOKEN_MFA';
  return isFurther && session !== undefined
    ? { kind, username, session }
    : { kind: 'password', username };
}

/** Judges the answer to a question, as the pool's own operations do and with the same lockout. Throws a CognitoError. */
export function takeStep(
  services: Services,
  { pool, client }: PoolClient,
  step: LoginStep,
  form: Parameters,
): SignInStep {
  const { username } = step;
  // The page counts to the same limits as the operations (AWS: "Quotas in Amazon Cognito").
  services.rateLimits.take(step.kind === 'password' ? 'UserAuthentication' : 'ChallengeResponse');
  services.rateLimits.takeFor(username.toLowerCase());
  if (step.kind === 'password') {
    // No password has white space at its ends; it comes along when one copies.
    const password = (form.optional('password') ?? '').trim();
    const user = checkPassword(services, { pool, client }, { username, password });
    return afterFirstFactor(services, { pool, client, user });
  }
  const answer = { pool, client, username, session: step.session };
  if (step.kind === 'SOFTWARE_TOKEN_MFA') {
    // Authenticator apps show a code in two groups.
    const code = (form.optional('code') ?? '').replace(/[\s\p{Dash}\p{Cf}]/gu, '');
    const answers = new Map([['SOFTWARE_TOKEN_MFA_CODE', code]]);
    return checkSoftwareToken(services, { ...answer, answers });
  }
  const chosen = form.optional('new_password') ?? '';
  if (form.optional('repeated') !== chosen) {
    throw invalidParameter('The two passwords are not the same.');
  }
  if (chosen !== chosen.trim()) throw invalidParameter('A password has no space at its ends.');
  return chooseNewPassword(services, { ...answer, answers: new Map([['NEW_PASSWORD', chosen]]) });
}
