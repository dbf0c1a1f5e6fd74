import { clientOfPool } from '../administration.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/**
 * Ends everything that was issued to the client; access tokens work at gateways until they expire, as they do at AWS.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPoolClient.html
 */
export function deleteUserPoolClient(
  services: Pick<Services, 'directory' | 'sessions'>,
  input: Input,
): object {
  const { pool, client } = clientOfPool(services, input);
  services.directory.clients.remove(pool.id, client.id);
  services.sessions.revokeAllOf(client);
  return {};
}
