import type { Provider } from '@angular/core';
import { Account } from './account';
import { AmplifyAccount } from './amplify-account';

/** The account in Amazon Cognito, for the routes of the pages that show it. */
export function provideAccount(): Provider[] {
  return [{ provide: Account, useClass: AmplifyAccount }];
}
