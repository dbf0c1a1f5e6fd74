import { clientOfPool } from '../administration.ts';
import { describeClient } from '../app-clients/described-client.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolClient.html */
export function describeUserPoolClient(
  services: Pick<Services, 'directory' | 'secrets'>,
  input: Input,
): object {
  const { pool, client } = clientOfPool(services, input);
  const kept = services.directory.clients.find(pool.id, client.id);
  return { UserPoolClient: kept && describeClient(services, pool.id, kept) };
}
