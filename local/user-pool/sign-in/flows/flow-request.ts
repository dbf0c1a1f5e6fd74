import { checkBounds } from '../../request/constraints.ts';
import type { PoolClient } from '../../directory/pool-directory.ts';
import { required } from '../../request/input.ts';
import type { Services } from '../../services.ts';

/** What a client sends to begin signing in. */
export interface FlowRequest extends PoolClient {
  readonly parameters: ReadonlyMap<string, string>;
  readonly session: string | undefined;
}

/** Reads USERNAME; a client with a secret must have hashed it. Throws before anything about the user could be told. */
export function provenUsername(
  { secrets }: Pick<Services, 'secrets'>,
  { client }: Pick<PoolClient, 'client'>,
  values: ReadonlyMap<string, string>,
): string {
  const username = required(values, 'USERNAME');
  checkBounds('username', username, { max: 128 });
  secrets.checkHash(client, username, values.get('SECRET_HASH'));
  return username;
}
