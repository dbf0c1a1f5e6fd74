import { Service, inject } from '@angular/core';
import { ConfigurationLoader } from '../../shared/configuration';
import { AmplifyLoader } from '../amplify/amplify-loader';
import type * as Steps from './amplify-steps';
import type { NextStep } from './next-step';
import { offeredWays } from './offered-ways';
import type { SessionLifetime } from '../identity/session-lifetime';
import { type OfferedWays, WaysIn } from './ways-in';

/** The ways in that Amazon Cognito offers, through Amplify. */
@Service({ autoProvided: false })
export class AmplifyWaysIn extends WaysIn {
  private readonly loader = inject(AmplifyLoader);
  private readonly configuration = inject(ConfigurationLoader);

  override async offered(): Promise<OfferedWays> {
    return offeredWays(await this.configuration.load());
  }

  override async rememberFor(lifetime: SessionLifetime): Promise<void> {
    (await this.loader.load()).rememberFor(lifetime);
  }

  override async sendCode(email: string): Promise<NextStep> {
    return (await this.steps()).begin(email, 'EMAIL_OTP');
  }

  override async signInWithPasskey(email: string): Promise<NextStep> {
    return (await this.steps()).begin(email, 'WEB_AUTHN');
  }

  override async answer(answer: string): Promise<NextStep> {
    return (await this.steps()).answer(answer);
  }

  override async confirmSignUp(email: string, code: string): Promise<'signed-in' | 'confirmed'> {
    return (await this.loader.load()).confirmSignUp(email, code);
  }

  override async resendCode(email: string): Promise<void> {
    await (await this.loader.load()).resendCode(email);
  }

  /** Amplify is configured before the first of these calls. */
  private async steps(): Promise<typeof Steps> {
    const [steps] = await Promise.all([import('./amplify-steps'), this.loader.load()]);
    return steps;
  }
}
