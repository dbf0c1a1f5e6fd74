import type { Input } from '../request/input.ts';
import { describeResourceServer, keptResourceServer } from '../directory/resource-servers.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeResourceServer.html */
export function describeOneResourceServer(
  services: Pick<Services, 'directory'>,
  input: Input,
): object {
  const { pool, server } = keptResourceServer(services, input);
  return { ResourceServer: describeResourceServer(pool.id, server) };
}
