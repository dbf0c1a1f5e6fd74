import type { Template } from 'aws-cdk-lib/assertions';
import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { suite, test } from 'node:test';
import { allowedHeaders } from '../../contract/cross-origin.ts';
import { resourcesOf } from '../testing/resources.ts';
import { synthesised } from '../testing/synthesis.ts';

const { news } = synthesised({ machines: 'all' });

suite('a REST API', () => {
  const apis = resourcesOf<RestApi>(news, 'AWS::ApiGateway::RestApi');
  const stages = resourcesOf<Stage>(news, 'AWS::ApiGateway::Stage');

  test('takes TLS 1.2 at least, for its own name', () => {
    equal(apis.length, 2);
    for (const { properties } of apis) {
      equal(properties.SecurityPolicy, 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09');
      equal(properties.EndpointAccessMode, 'STRICT');
      deepEqual(properties.EndpointConfiguration, { Types: ['REGIONAL'] });
    }
  });

  test('is not deployed in part: a warning of the import fails it', () => {
    for (const { properties } of apis) equal(properties.FailOnWarnings, true);
  });

  test('is traced, throttled, signing in most of all, and has no metrics that cost money', () => {
    for (const { properties } of stages) {
      equal(properties.TracingEnabled, true);
      for (const settings of properties.MethodSettings) {
        equal(settings.MetricsEnabled, false);
        ok(settings.ThrottlingRateLimit <= 1000 && settings.ThrottlingBurstLimit <= 2000);
      }
    }
    const limits = stages.flatMap(({ properties }) => properties.MethodSettings);
    const signIn = limits.find(({ ResourcePath: path }) => path === '/~1user-sign-in');
    equal(signIn?.ThrottlingRateLimit, 20);
  });

  test('lets pages of other origins read its refusals', () => {
    for (const { properties } of apis) {
      const responses = properties.Body['x-amazon-apigateway-gateway-responses'];
      const types = [
        'UNAUTHORIZED',
        'ACCESS_DENIED',
        'EXPIRED_TOKEN',
        'DEFAULT_4XX',
        'DEFAULT_5XX',
      ];
      deepEqual(Object.keys(responses), types);
      for (const { responseParameters } of Object.values(responses)) {
        equal(responseParameters['gatewayresponse.header.Access-Control-Allow-Origin'], "'*'");
      }
    }
  });

  test('answers every preflight without asking for a token', () => {
    for (const { properties } of apis) {
      for (const { options } of Object.values(properties.Body.paths)) {
        equal(options?.security, undefined);
        const integration = options?.['x-amazon-apigateway-integration'];
        equal(integration?.type, 'mock');
        const { responseParameters = {} } = integration.responses?.['default'] ?? {};
        equal(
          responseParameters['method.response.header.Access-Control-Allow-Headers'],
          `'${allowedHeaders.join(',')}'`,
        );
      }
    }
  });

  test('compares an ID token’s audience, and never an access token’s, which has none', () => {
    const schemes = Object.assign(
      {},
      ...apis.map(({ properties }) => properties.Body.components.securitySchemes),
    ) as RestApi['Body']['components']['securitySchemes'];
    const compared = Object.entries(schemes)
      .filter(([, scheme]) => {
        const settings = scheme['x-amazon-apigateway-authorizer'];
        return settings.identityValidationExpression !== undefined;
      })
      .map(([name]) => name);
    deepEqual(compared, ['people']);
  });

  test('leaves parameters and bodies to the functions, which look at the caller first', () => {
    for (const { properties } of apis) {
      ok(!/request-validator|"requestBody"/.test(JSON.stringify(properties.Body)));
    }
  });

  test('is deployed anew whenever its definition changes', () => {
    const deployments = (template: Template): string[] =>
      resourcesOf(template, 'AWS::ApiGateway::Deployment').map(({ id }) => id);
    const [before] = deployments(synthesised().news);
    const [after] = deployments(news);
    notEqual(before, after);
  });
});

interface Stage {
  TracingEnabled: boolean;
  MethodSettings: {
    ResourcePath: string;
    MetricsEnabled: boolean;
    ThrottlingRateLimit: number;
    ThrottlingBurstLimit: number;
  }[];
}

interface RestMethod {
  security?: unknown;
  'x-amazon-apigateway-integration': {
    type: string;
    responses?: Record<string, { responseParameters: Record<string, string> }>;
  };
}

interface RestApi {
  SecurityPolicy: string;
  EndpointAccessMode: string;
  EndpointConfiguration: object;
  FailOnWarnings: boolean;
  Body: {
    paths: Record<string, { options?: RestMethod }>;
    components: {
      securitySchemes: Record<
        string,
        { 'x-amazon-apigateway-authorizer': { identityValidationExpression?: unknown } }
      >;
    };
    'x-amazon-apigateway-gateway-responses': Record<
      string,
      { responseParameters: Record<string, string> }
    >;
  };
}
