import type { Input } from '../request/input.ts';
import { describeServer, keptResourceServer } from '../directory/resource-servers.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeResourceServer.html */
export function describeResourceServer(
  services: Pick<Services, 'directory'>,
  input: Input,
): object {
  const { pool, server } = keptResourceServer(services, input);
  return { ResourceServer: describeServer(pool.id, server) };
}
