import type { Provider } from '@angular/core';
import { AmplifyWaysIn } from './amplify-ways-in';
import { CognitoManagedLogin } from './managed-login/cognito-managed-login';
import { ManagedLogin } from './managed-login/managed-login';
import { WaysIn } from './ways-in';

/** Sign-in by Amazon Cognito, for the routes of the pages that offer it. */
export function provideWaysIn(): Provider[] {
  return [
    { provide: WaysIn, useClass: AmplifyWaysIn },
    { provide: ManagedLogin, useClass: CognitoManagedLogin },
  ];
}
