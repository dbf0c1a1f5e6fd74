import type { PeoplePool } from '../identity/people-pool.ts';
import type { OperationFunction } from './operation-function.ts';

/** Tells a function which app client signs people in, with its secret, and lets it ask their pool for that and nothing else. */
export function grantSignIn(operation: OperationFunction, people: PeoplePool): void {
  operation.give('USER_POOL_ID', people.pool.userPoolId);
  operation.give('CLIENT_ID', people.clients['sign-in-api'].userPoolClientId);
  // In the template it is a dynamic reference, which CloudFormation resolves as it sets the variable: docs/decisions/0022.
  operation.give('CLIENT_SECRET', people.signInSecret.secretValue.unsafeUnwrap());
  operation.allow(['cognito-idp:AdminInitiateAuth'], [people.pool.userPoolArn]);
}
