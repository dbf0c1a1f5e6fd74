import { allowedHeaders, preflightSeconds } from '../../contract/cross-origin.ts';
import { WrongDefinition } from '../wrong-definition.ts';
import type { Contract, Operation, SecurityScheme } from '../../contract/contract.ts';
import { gatewayResponses, quoted } from './gateway-responses.ts';
import type { References } from './references.ts';
import { allReferred, referred } from './references.ts';

/** What a contract is completed with. */
export interface RestParts {
  references: References;
  /** Where API Gateway invokes an operation's function. */
  integrationUri: (operationId: string) => string;
}

/**
 * A contract as API Gateway imports a REST API: only what the import understands, since any warning fails it. A method has its
 * parameters, its authorizer with scopes, and its function. No request validator: the function looks at a request after it has looked at
 * the caller, so that who may not call gets 403 whatever is sent, and its refusal names the field.
 */
export function restDefinition(contract: Contract, parts: RestParts): object {
  const { title, version, operations } = contract;
  return {
    openapi: '3.0.3',
    info: { title, version },
    paths: Object.fromEntries(
      pathsOf(operations).map((path) => [
        path,
        pathItem(
          operations.filter((operation) => operation.path === path),
          parts,
        ),
      ]),
    ),
    components: {
      securitySchemes: Object.fromEntries(
        Object.entries(contract.securitySchemes).map(([name, scheme]) => [
          name,
          authorizer(name, scheme, parts.references),
        ]),
      ),
    },
    'x-amazon-apigateway-gateway-responses': gatewayResponses,
  };
}

const pathsOf = (operations: readonly Operation[]): string[] => [
  ...new Set(operations.map(({ path }) => path)),
];

function pathItem(operations: readonly Operation[], parts: RestParts): object {
  const methods = operations.map((operation): [string, object] => [
    operation.method.toLowerCase(),
    method(operation, parts),
  ]);
  return { ...Object.fromEntries(methods), options: preflight(operations) };
}

function method(operation: Operation, { integrationUri }: RestParts): object {
  const { operationId, parameters, security, answers } = operation;
  return {
    operationId,
    // Of a parameter's other attributes the import knows only the type, and every one is a text on its way in.
    parameters: parameters.map(({ name, in: place, required = false }) => ({
      name,
      in: place,
      required,
      schema: { type: 'string' },
    })),
    ...(security && security.length > 0 && { security }),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, description]) => [status, { description }]),
    ),
    'x-amazon-apigateway-integration': {
      type: 'aws_proxy',
      httpMethod: 'POST',
      uri: integrationUri(operationId),
      passthroughBehavior: 'when_no_match',
    },
  };
}

/** OPTIONS, answered by the gateway and without authorizer: browsers ask without a token. */
function preflight(operations: readonly Operation[]): object {
  const allowed = [...operations.map(({ method: name }) => name), 'OPTIONS'].join(',');
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Methods': allowed,
    'Access-Control-Allow-Headers': allowedHeaders.join(','),
    'Access-Control-Max-Age': String(preflightSeconds),
  };
  const names = Object.keys(headers);
  return {
    // The path's own parameters have to be declared for every method on it.
    parameters: pathParameters(operations),
    responses: {
      '204': {
        description: 'What pages of other origins may do.',
        headers: Object.fromEntries(names.map((name) => [name, { schema: { type: 'string' } }])),
      },
    },
    'x-amazon-apigateway-integration': {
      type: 'mock',
      requestTemplates: { 'application/json': '{"statusCode":204}' },
      passthroughBehavior: 'when_no_match',
      responses: {
        default: {
          statusCode: '204',
          responseParameters: Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [
              `method.response.header.${name}`,
              quoted(value),
            ]),
          ),
        },
      },
    },
  };
}

function pathParameters([operation]: readonly Operation[]): object[] {
  return (operation?.parameters ?? [])
    .filter(({ in: place }) => place === 'path')
    .map(({ name }) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function authorizer(name: string, scheme: SecurityScheme, references: References): object {
  const settings = scheme['x-amazon-apigateway-authorizer'];
  const { identityValidationExpression: expression } = settings;
  const providerARNs = allReferred(settings.providerARNs, references);
  if (providerARNs.length === 0) {
    throw new WrongDefinition(`The security scheme ${name} has no user pool in this deployment.`);
  }
  return {
    type: scheme.type,
    name: scheme.name,
    in: scheme.in,
    'x-amazon-apigateway-authtype': scheme['x-amazon-apigateway-authtype'],
    'x-amazon-apigateway-authorizer': {
      ...settings,
      providerARNs,
      ...(expression !== undefined && {
        identityValidationExpression: referred(expression, references),
      }),
    },
  };
}
