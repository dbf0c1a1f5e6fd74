import { Service, inject } from '@angular/core';
import { AmplifyLoader } from '../amplify/amplify-loader';
import { WaysIn } from './ways-in';

/** The ways in that Amazon Cognito offers, through Amplify. */
@Service({ autoProvided: false })
export class AmplifyWaysIn extends WaysIn {
  private readonly loader = inject(AmplifyLoader);

  override async confirmSignUp(email: string, code: string): Promise<'signed-in' | 'confirmed'> {
    return (await this.loader.load()).confirmSignUp(email, code);
  }

  override async resendCode(email: string): Promise<void> {
    await (await this.loader.load()).resendCode(email);
  }
}
