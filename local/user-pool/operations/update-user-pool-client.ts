import { clientOfPool } from '../administration.ts';
import { readClientName, readClientSettings } from '../app-clients/client-settings.ts';
import { describeClient } from '../app-clients/described-client.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/**
 * Replaces all settings: what the request leaves out goes back to its default. The name stays where none is given, and the
 * secret always.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html
 */
export function updateUserPoolClient(
  services: Pick<Services, 'directory' | 'secrets'>,
  input: Input,
): object {
  const { pool, client } = clientOfPool(services, input);
  const { id, hasSecret } = client;
  const name = readClientName(input) ?? client.name;
  const settings = readClientSettings(input, pool, hasSecret);
  const changed = { id, name, hasSecret, ...settings };
  const kept = services.directory.clients.save(pool.id, id, changed);
  return { UserPoolClient: describeClient(services, pool.id, kept) };
}
