import { Fn, Stack } from 'aws-cdk-lib';
import type { ManagedLoginVersion, UserPool } from 'aws-cdk-lib/aws-cognito';

/**
 * Gives a pool a domain of Cognito's and returns its host. The prefix has to be nobody else's in the region, and the same at each
 * deployment: it ends in the first eight digits of the stack's own UUID, which need no account to be known and tell nothing about
 * it. Hexadecimal spells none of the words that AWS reserves ("aws", "amazon", "cognito"):
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html
 */
export function addPoolDomain(
  pool: UserPool,
  name: string,
  managedLoginVersion?: ManagedLoginVersion,
): string {
  const { stackId, region } = Stack.of(pool);
  // arn:aws:cloudformation:<region>:<account>:stack/<name>/<UUID>
  const uuid = Fn.select(2, Fn.split('/', stackId));
  const domainPrefix = `${name}-${Fn.select(0, Fn.split('-', uuid))}`;
  const { domainName } = pool.addDomain('Domain', {
    cognitoDomain: { domainPrefix },
    ...(managedLoginVersion && { managedLoginVersion }),
  });
  return `${domainName}.auth.${region}.amazoncognito.com`;
}
