import { Duration } from 'aws-cdk-lib';
import { UserPoolClientIdentityProvider } from 'aws-cdk-lib/aws-cognito';
import type { UserPoolClientOptions } from 'aws-cdk-lib/aws-cognito';
import { tokenLifetimes } from '../../contract/identities.ts';

/** What every app client has, people's or machines'. */
export const commonClientOptions: UserPoolClientOptions = {
  preventUserExistenceErrors: true,
  enableTokenRevocation: true,
  idTokenValidity: Duration.seconds(tokenLifetimes.idTokenSeconds),
  accessTokenValidity: Duration.seconds(tokenLifetimes.accessTokenSeconds),
  refreshTokenValidity: Duration.seconds(tokenLifetimes.refreshTokenSeconds),
  supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
};
