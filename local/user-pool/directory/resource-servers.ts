import { cognitoError, invalidParameter } from '../cognito-error.ts';
import type { Input } from '../request/input.ts';
import type { PoolSettings, ResourceServer } from './pool-settings.ts';
import type { Services } from '../services.ts';

const MOST_SCOPES = 100;
const IDENTIFIER = { min: 1, max: 256, pattern: /^[\x21\x23-\x5B\x5D-\x7E]+$/ } as const;
const NAME = { min: 1, max: 256, pattern: /^[\w\s+=,.@-]+$/ } as const;
const SCOPE_NAME = { min: 1, max: 256, pattern: /^[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]+$/ } as const;

export function readIdentifier(input: Input): string {
  return input.string('Identifier', IDENTIFIER);
}

/** What a request says of a resource server besides its identifier; no scopes where it names none. */
export function readResourceServer(input: Input): Omit<ResourceServer, 'identifier'> {
  const name = input.string('Name', NAME);
  const scopes = (input.optionalStructures('Scopes', MOST_SCOPES) ?? []).map((scope) => ({
    name: scope.string('ScopeName', SCOPE_NAME),
    description: scope.string('ScopeDescription', { min: 1, max: 256 }),
  }));
  const names = new Set(scopes.map((scope) => scope.name));
  // The type is AWS's; its wording is not published.
  if (names.size < scopes.length) throw invalidParameter('Scope names must be unique.');
  return { name, scopes };
}

/** The resource server that a request names. Throws ResourceNotFoundException. */
export function keptResourceServer(
  { directory }: Pick<Services, 'directory'>,
  input: Input,
): { pool: PoolSettings; server: ResourceServer } {
  const identifier = readIdentifier(input);
  const pool = directory.pool(input.poolId());
  const kept = directory.resourceServers.find(pool.id, identifier);
  if (kept) return { pool, server: kept.value };
  throw cognitoError('ResourceNotFoundException', `Resource server ${identifier} does not exist.`);
}

/** Cognito's ResourceServerType. */
export function describeServer(poolId: string, server: ResourceServer): object {
  return {
    UserPoolId: poolId,
    Identifier: server.identifier,
    Name: server.name,
    Scopes: server.scopes.map(({ name, description }) => ({
      ScopeName: name,
      ScopeDescription: description,
    })),
  };
}
