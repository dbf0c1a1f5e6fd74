import type { Template } from 'aws-cdk-lib/assertions';
import { deepEqual } from 'node:assert/strict';
import { suite, test } from 'node:test';
import { doors } from '../../contract/generated/doors.ts';
import { resourcesOf } from '../testing/resources.ts';
import { synthesised } from '../testing/synthesis.ts';
import type { Synthesis } from '../testing/synthesis.ts';

// `local/doors.test.ts` sends requests to the stand-in's gateways by the same table.

/** What an authorizer asks of a caller, as `doors` has it. */
interface Door {
  operationId: string;
  method: string;
  path: string;
  token: 'none' | 'id' | 'access';
  pools: string[];
  scopes: string[];
}

const table: Door[] = doors.map(({ operationId, method, path, token, pools, scopes }) => ({
  operationId,
  method,
  path,
  token,
  pools: [...pools],
  scopes: [...scopes],
}));

const sorted = (rows: readonly Door[]): Door[] =>
  rows.toSorted((one, other) => one.operationId.localeCompare(other.operationId));

suite('the doors of the REST APIs', () => {
  test('are those of the contracts, operation by operation', () => {
    deepEqual(sorted(restDoors(synthesised({ machines: 'all' }))), sorted(table));
  });

  test('are the news API’s alone without machines, and take no token of theirs', () => {
    const expected = table
      .filter(({ path }) => path.startsWith('/api/'))
      .map((door) => ({ ...door, pools: door.pools.filter((pool) => pool === 'people') }));
    deepEqual(sorted(restDoors(synthesised())), sorted(expected));
  });
});

suite('the doors of the HTTP API', () => {
  test('are those of the contracts, but for a second issuer', () => {
    const expected = table.map((door) => ({ ...door, pools: door.pools.slice(-1) }));
    deepEqual(
      sorted(httpDoors(synthesised({ gateway: 'http', machines: 'all' }))),
      sorted(expected),
    );
  });

  test('are the news API’s alone without machines, and take no token of theirs', () => {
    const expected = table
      .filter(({ path }) => path.startsWith('/api/'))
      .map((door) => ({ ...door, pools: door.pools.slice(0, 1) }));
    deepEqual(sorted(httpDoors(synthesised({ gateway: 'http' }))), sorted(expected));
  });
});

interface Method {
  security?: Record<string, string[]>[];
  'x-amazon-apigateway-integration': { type: string; uri: unknown };
}

interface Definition {
  paths: Record<string, Record<string, Method>>;
  components: {
    securitySchemes: Record<
      string,
      { 'x-amazon-apigateway-authorizer': { providerARNs: unknown[] } }
    >;
  };
}

function restDoors({ news, identity }: Synthesis): Door[] {
  const stages = resourcesOf<{ RestApiId: { Ref: string }; StageName: string }>(
    news,
    'AWS::ApiGateway::Stage',
  );
  return resourcesOf<{ Body: Definition }>(news, 'AWS::ApiGateway::RestApi').flatMap((api) => {
    const stage = stages.find(({ properties }) => properties.RestApiId.Ref === api.id);
    const { paths, components } = api.properties.Body;
    return Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([method]) => method !== 'options')
        .map(([method, { security, 'x-amazon-apigateway-integration': integration }]) => {
          const [scheme, scopes] = Object.entries(security?.[0] ?? {})[0] ?? ['', []];
          const authorizer = components.securitySchemes[scheme]?.['x-amazon-apigateway-authorizer'];
          return {
            operationId: operationIn(integration.uri, news),
            method: method.toUpperCase(),
            path: `/${stage?.properties.StageName ?? '?'}${path}`,
            ...lock(security !== undefined, scopes),
            pools: (authorizer?.providerARNs ?? []).map((arn) => poolIn(arn, identity)),
          };
        }),
    );
  });
}

interface Route {
  RouteKey: string;
  AuthorizationType: string;
  AuthorizationScopes?: string[];
  AuthorizerId?: { Ref: string };
  Target: unknown;
}

function httpDoors({ news, identity }: Synthesis): Door[] {
  const authorizers = resourcesOf<{ JwtConfiguration: { Issuer: unknown } }>(
    news,
    'AWS::ApiGatewayV2::Authorizer',
  );
  const integrations = resourcesOf<object>(news, 'AWS::ApiGatewayV2::Integration');
  return resourcesOf<Route>(news, 'AWS::ApiGatewayV2::Route').map(({ properties: route }) => {
    const [method = '', path = ''] = route.RouteKey.split(' ');
    const authorizer = authorizers.find(({ id }) => id === route.AuthorizerId?.Ref);
    const integration = integrations.find(({ id }) => JSON.stringify(route.Target).includes(id));
    return {
      operationId: operationIn(integration, news),
      method,
      path,
      ...lock(route.AuthorizationType === 'JWT', route.AuthorizationScopes ?? []),
      pools: authorizer ? [poolIn(authorizer.properties.JwtConfiguration.Issuer, identity)] : [],
    };
  });
}

const lock = (isLocked: boolean, scopes: string[]): Pick<Door, 'token' | 'scopes'> => {
  if (!isLocked) return { token: 'none', scopes };
  return { token: scopes.length > 0 ? 'access' : 'id', scopes };
};

/** The operation of the function that something refers to. */
function operationIn(reference: unknown, news: Template): string {
  const functions = resourcesOf<{ Description: string }>(news, 'AWS::Lambda::Function');
  const text = JSON.stringify(reference);
  const found = functions.find(({ id }) => text.includes(`"${id}"`));
  return found?.properties.Description.replace('Presspass: ', '') ?? text;
}

/** `people` or `services`: which pool of the other stack something refers to. */
function poolIn(reference: unknown, identity: Template): string {
  const { Outputs } = identity.toJSON() as { Outputs: Record<string, { Value: unknown }> };
  const text = JSON.stringify(reference);
  const output = Object.keys(Outputs).find((name) => text.includes(`"${name}"`));
  const value = JSON.stringify(Outputs[output ?? '']);
  const pools = resourcesOf<{ UserPoolName: string }>(identity, 'AWS::Cognito::UserPool');
  const pool = pools.find(({ id }) => value.includes(`"${id}"`));
  return pool?.properties.UserPoolName.split('-').at(-1) ?? text;
}
