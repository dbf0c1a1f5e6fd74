import { describePool } from '../directory/described-pool.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPool.html */
export function describeUserPool(
  services: Pick<Services, 'directory' | 'users'>,
  input: Input,
): object {
  return { UserPool: describePool(services, services.directory.pool(input.poolId())) };
}
