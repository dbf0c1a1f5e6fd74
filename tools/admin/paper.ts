import { DescribeUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Configuration } from '../remote/configuration.ts';

/**
 * Which paper was meant, in one line: the stand-in, or the stack, the region and the account on AWS, as the pool itself says.
 * `at` is the address that was given.
 */
export async function paperAt(
  client: CognitoIdentityProviderClient,
  { endpoint, isStandIn, poolId, region }: Configuration,
  at: URL | undefined,
): Promise<string> {
  if (isStandIn) return `In: the stand-in on this machine, ${endpoint.origin}`;
  const { name, account } = await poolOf(client, poolId);
  const stack = name?.replace(/-people$/, '');
  return [
    `In: ${stack === undefined ? `the pool ${poolId}` : `the stack ${stack} (pool ${poolId})`}`,
    region,
    `AWS account ${account ?? 'unknown: these credentials may not ask for the pool (cognito-idp:DescribeUserPool)'}`,
    ...(at ? [at.origin] : []),
  ].join(', ');
}

async function poolOf(
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
): Promise<{ name?: string | undefined; account?: string | undefined }> {
  try {
    const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId }));
    // arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc
    return { name: UserPool?.Name, account: UserPool?.Arn?.split(':')[4] };
  } catch {
    // What was asked for is done; only where is not known.
    return {};
  }
}
