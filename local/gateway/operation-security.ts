import type { Operation } from 'openapi-backend/router.js';
import type { Contract } from './contract.ts';
import type { References, TrustedPool } from './trusted-pool.ts';

/** A security scheme with an authorizer of type `cognito_user_pools`. */
export interface AuthorizerSettings {
  /** The scheme's name in the contract. */
  name: string;
  /** By placeholder; a token of any of them may pass. */
  pools: Readonly<Record<string, TrustedPool>>;
  /** `identityValidationExpression`, matched against the whole of `aud`. */
  audience: RegExp | undefined;
  /** How long a verified token is remembered; 0 turns that off. */
  resultTtlSeconds: number;
}

/** How an operation is locked. */
export type OperationSecurity =
  { kind: 'open' } | { kind: 'locked'; authorizer: AuthorizerSettings; scopes: readonly string[] };

/** AWS: "Authorizer" of the API Gateway API reference, authorizerResultTtlInSeconds. */
const defaultTtlSeconds = 300;
const longestTtlSeconds = 3600;

/**
 * Reads how an operation is locked (AWS: "x-amazon-apigateway-authorizer object"). Throws, naming
 * the operation, when the gateway does not understand it: what cannot be checked is not served.
 */
export function operationSecurity(
  operation: Operation,
  definition: Contract['definition'],
  references: References,
): OperationSecurity {
  const { operationId = operation.path, security = [] } = operation;
  try {
    return securityFrom(security, definition, references);
  } catch (problem) {
    // Said with the operation's name: that is where somebody will look.
    const why = problem instanceof Error ? problem.message : String(problem);
    throw new Error(`The gateway cannot lock ${operationId}: ${why}`, { cause: problem });
  }
}

type Requirement = NonNullable<Operation['security']>[number];

function securityFrom(
  security: readonly Requirement[],
  definition: Contract['definition'],
  references: References,
): OperationSecurity {
  const [requirement, ...alternatives] = security;
  if (!requirement) return { kind: 'open' };
  const [entry, ...others] = Object.entries(requirement);
  if (!entry || alternatives.length > 0 || others.length > 0) {
    throw new Error('a method has exactly one authorizer, or none.');
  }
  const [name, scopes] = entry;
  const scheme: unknown = definition.components?.securitySchemes?.[name];
  return { kind: 'locked', authorizer: authorizerFrom(name, scheme, references), scopes };
}

function authorizerFrom(name: string, scheme: unknown, references: References): AuthorizerSettings {
  const { 'x-amazon-apigateway-authorizer': authorizer, ...outer } = membersOf(scheme);
  const settings = membersOf(authorizer);
  const header = typeof outer['name'] === 'string' ? outer['name'].toLowerCase() : '';
  if (settings['type'] !== 'cognito_user_pools') {
    throw new Error(`the security scheme ${name} has no authorizer of type cognito_user_pools.`);
  }
  if (outer['in'] !== 'header' || header !== 'authorization') {
    throw new Error(`the security scheme ${name} must read the header Authorization.`);
  }
  return {
    name,
    pools: poolsFrom(settings['providerARNs'], references),
    audience: audienceFrom(settings['identityValidationExpression'], references),
    resultTtlSeconds: ttlFrom(settings['authorizerResultTtlInSeconds'] ?? defaultTtlSeconds),
  };
}

function poolsFrom(arns: unknown, { pools }: References): Record<string, TrustedPool> {
  if (!Array.isArray(arns) || arns.length === 0)
    throw new Error('providerARNs names no user pool.');
  const found = arns.map((arn): [string, TrustedPool] => {
    const pool = pools[String(arn)];
    if (!pool)
      throw new Error(`providerARNs names ${String(arn)}, and there is no such user pool.`);
    return [String(arn), pool];
  });
  return Object.fromEntries(found);
}

function audienceFrom(expression: unknown, { expressions }: References): RegExp | undefined {
  if (expression === undefined || expression === '') return undefined;
  if (typeof expression !== 'string') throw new Error('identityValidationExpression is no text.');
  const text = expressions[expression] ?? expression;
  if (text.startsWith('${')) throw new Error(`nothing is known of ${text}.`);
  return new RegExp(`^(?:${text})$`);
}

function ttlFrom(ttl: unknown): number {
  if (Number.isInteger(ttl) && Number(ttl) >= 0 && Number(ttl) <= longestTtlSeconds)
    return Number(ttl);
  throw new Error(`authorizerResultTtlInSeconds must be from 0 to ${String(longestTtlSeconds)}.`);
}

const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
