import { resourceServers } from '../../contract/identities.ts';
import { definedScopes, expectScopes } from '../defined-scopes.ts';
import { WrongDefinition } from '../wrong-definition.ts';
import type { Contract, Operation } from '../../contract/contract.ts';

/** The operations that anybody may call. Each is a decision: whoever adds one writes it here. */
const publicOperations = ['listNews', 'userSignIn'] as const;

/**
 * Scopes that no resource server defines: OpenID Connect's, and Cognito's own.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
 */
const standardScopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'];

const knownScopes = [...definedScopes(resourceServers), ...standardScopes];

/** Throws `WrongDefinition` naming the first operation that is not locked as it should be, or locked with what nobody defines. */
export function expectLocks({ operations, securitySchemes }: Contract): void {
  for (const { operationId, security } of operations) {
    if (isPublic(operationId)) {
      if (security?.length === 0) continue;
      throw new WrongDefinition(`${operationId} is public, so it must have \`security: []\`.`);
    }
    const [requirement, ...alternatives] = security ?? [];
    if (!requirement) {
      throw new WrongDefinition(
        `${operationId} has no security, and is none of the public operations: ${publicOperations.join(', ')}.`,
      );
    }
    const [entry, ...others] = Object.entries(requirement);
    if (!entry || others.length > 0 || alternatives.length > 0) {
      throw new WrongDefinition(`${operationId} must name one security scheme, not several.`);
    }
    const [scheme, scopes] = entry;
    if (!Object.hasOwn(securitySchemes, scheme)) {
      throw new WrongDefinition(
        `${operationId} names the security scheme ${scheme}: there is none.`,
      );
    }
    expectScopes(operationId, scopes, knownScopes);
  }
}

/** Whether an operation is meant for anybody. */
export const isPublic = (operationId: string): boolean =>
  publicOperations.some((one) => one === operationId);

/** Throws `WrongDefinition` naming the first operation without a handler, or handler without an operation. */
export function expectHandlers(
  operations: readonly Pick<Operation, 'operationId'>[],
  handlers: readonly string[],
): void {
  const ids = operations.map(({ operationId }) => operationId);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw new WrongDefinition(`Two operations are called ${twice}.`);
  const unserved = ids.find((id) => !handlers.includes(id));
  if (unserved !== undefined) {
    throw new WrongDefinition(`The contract has the operation ${unserved}, which has no handler.`);
  }
  const unreachable = handlers.find((handler) => !ids.includes(handler));
  if (unreachable !== undefined) {
    throw new WrongDefinition(`No operation of the contracts leads to the handler ${unreachable}.`);
  }
}
