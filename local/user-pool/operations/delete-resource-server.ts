import type { Input } from '../request/input.ts';
import { keptResourceServer } from '../directory/resource-servers.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteResourceServer.html */
export function deleteResourceServer(services: Pick<Services, 'directory'>, input: Input): object {
  const { pool, server } = keptResourceServer(services, input);
  services.directory.resourceServers.remove(pool.id, server.identifier);
  return {};
}
