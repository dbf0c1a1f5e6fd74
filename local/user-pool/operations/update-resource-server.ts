import type { Input } from '../request/input.ts';
import {
  describeServer,
  keptResourceServer,
  readResourceServer,
} from '../directory/resource-servers.ts';
import type { Services } from '../services.ts';

/**
 * Replaces name and scopes: scopes that the request leaves out are gone, also for clients that had them.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateResourceServer.html
 */
export function updateResourceServer(services: Pick<Services, 'directory'>, input: Input): object {
  const settings = readResourceServer(input);
  const { pool, server } = keptResourceServer(services, input);
  const changed = { identifier: server.identifier, ...settings };
  services.directory.resourceServers.save(pool.id, server.identifier, changed);
  return { ResourceServer: describeServer(pool.id, changed) };
}
