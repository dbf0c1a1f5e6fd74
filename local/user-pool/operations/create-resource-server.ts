import { cognitoError, invalidParameter } from '../cognito-error.ts';
import type { Input } from '../request/input.ts';
import {
  describeServer,
  readIdentifier,
  readResourceServer,
} from '../directory/resource-servers.ts';
import type { Services } from '../services.ts';

const MOST_SERVERS = 25;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateResourceServer.html */
export function createResourceServer(
  { directory }: Pick<Services, 'directory'>,
  input: Input,
): object {
  const server = { identifier: readIdentifier(input), ...readResourceServer(input) };
  const pool = directory.pool(input.poolId());
  if (directory.resourceServers.find(pool.id, server.identifier)) {
    throw invalidParameter(`${server.identifier} already exists in user pool ${pool.id}.`);
  }
  if (pool.resourceServers.length >= MOST_SERVERS) {
    // The type and the number are AWS's; the wording is not published.
    const message = 'Exceeded the number of resource servers in a user pool.';
    throw cognitoError('LimitExceededException', message);
  }
  directory.resourceServers.save(pool.id, server.identifier, server);
  return { ResourceServer: describeServer(pool.id, server) };
}
