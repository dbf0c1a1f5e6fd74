import { randomInt } from 'node:crypto';
import { readClientName, readClientSettings } from '../app-clients/client-settings.ts';
import { describeClient } from '../app-clients/described-client.ts';
import { cognitoError } from '../cognito-error.ts';
import { missing } from '../request/constraints.ts';
import type { Input } from '../request/input.ts';
import type { Services } from '../services.ts';

const MOST_CLIENTS = 1000;

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
export function createUserPoolClient(
  services: Pick<Services, 'directory' | 'secrets'>,
  input: Input,
): object {
  const { directory } = services;
  const pool = directory.pool(input.poolId());
  const name = readClientName(input);
  if (name === undefined) throw missing('clientName');
  const hasSecret = input.optionalBoolean('GenerateSecret') ?? false;
  const settings = readClientSettings(input, pool, hasSecret);
  if (pool.clients.length >= MOST_CLIENTS) {
    // The type and the number are AWS's; the wording is not published.
    const message = 'Exceeded the number of app clients in a user pool.';
    throw cognitoError('LimitExceededException', message);
  }
  const id = newClientId();
  const kept = directory.clients.save(pool.id, id, { id, name, hasSecret, ...settings });
  return { UserPoolClient: describeClient(services, pool.id, kept) };
}

/** 26 lower-case letters and digits, as Cognito's are; never one that was used before. */
function newClientId(): string {
  return Array.from({ length: 26 }, () => randomInt(36).toString(36)).join('');
}
