import { Service, inject } from '@angular/core';
import { ConfigurationLoader } from '../../shared/configuration';
import { confirmSignUp, rememberFor, resendCode } from '../amplify/amplify';
import { AmplifyLoader } from '../amplify/amplify-loader';
import { toIdentityProblem } from '../identity/identity-problem';
import type { SessionLifetime } from '../identity/session-lifetime';
import { answer, begin } from './amplify-steps';
import type { NextStep } from './next-step';
import { offeredWays } from './offered-ways';
import { type OfferedWays, WaysIn } from './ways-in';

/** The ways in that Amazon Cognito offers, through Amplify. */
@Service({ autoProvided: false })
export class AmplifyWaysIn extends WaysIn {
  private readonly loader = inject(AmplifyLoader);
  private readonly configuration = inject(ConfigurationLoader);

  override offered(): Promise<OfferedWays> {
    return inWords(async () => offeredWays(await this.configuration.load()));
  }

  override rememberFor(lifetime: SessionLifetime): Promise<void> {
    return this.ask(() => {
      rememberFor(lifetime);
    });
  }

  override sendCode(email: string): Promise<NextStep> {
    return this.ask(() => begin(email, 'EMAIL_OTP'));
  }

  override signInWithPasskey(email: string): Promise<NextStep> {
    return this.ask(() => begin(email, 'WEB_AUTHN'));
  }

  override answer(challengeResponse: string): Promise<NextStep> {
    return this.ask(() => answer(challengeResponse));
  }

  override confirmSignUp(email: string, code: string): Promise<'signed-in' | 'confirmed'> {
    return this.ask(() => confirmSignUp(email, code));
  }

  override resendCode(email: string): Promise<void> {
    return this.ask(() => resendCode(email));
  }

  private ask<Answer>(call: () => Answer | Promise<Answer>): Promise<Answer> {
    return inWords(async () => {
      // Configures Amplify before the first of these calls.
      await this.loader.load();
      return call();
    });
  }
}

async function inWords<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    // From here on it is in words for the person.
    throw toIdentityProblem(error);
  }
}
