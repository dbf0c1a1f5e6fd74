import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { credentialTrouble } from '../../infra/account/credential-trouble.ts';
import { StartUpProblem } from '../processes/start-up-problem.ts';
import type { Configuration } from '../remote/configuration.ts';

/** Any will do for the stand-in. Real ones must not leave the machine, nor may the SDK go looking for them. */
const anyCredentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Asks the pool that a configuration names: the stand-in's, or one on AWS with the credentials of `profile`. */
export function peoplePoolClient(
  { region, endpoint, isStandIn }: Configuration,
  profile: string | undefined,
): CognitoIdentityProviderClient {
  if (isStandIn) {
    return new CognitoIdentityProviderClient({
      region,
      endpoint: endpoint.href,
      credentials: anyCredentials,
    });
  }
  return new CognitoIdentityProviderClient({
    region,
    ...(profile !== undefined && { profile }),
  });
}

/** A refusal of AWS in words for the terminal; what is none comes back as it is. */
export function inWords(
  failure: unknown,
  { poolId, region }: Configuration,
  profile: string | undefined,
): unknown {
  if (!(failure instanceof Error)) return failure;
  const trouble = credentialTrouble(failure, profile);
  if (trouble !== undefined) return new StartUpProblem(trouble);
  if (failure.name === 'AccessDeniedException') {
    return new StartUpProblem(
      `These credentials may not administer the pool ${poolId}: ${failure.message}`,
    );
  }
  if (failure.name !== 'ResourceNotFoundException') return failure;
  return new StartUpProblem(
    /group/i.test(failure.message)
      ? `The pool ${poolId} has no group for editors. Deploy again: npm run deploy`
      : `There is no pool ${poolId} in ${region} of this AWS account. Are these the credentials of the account that the paper is in?`,
  );
}
