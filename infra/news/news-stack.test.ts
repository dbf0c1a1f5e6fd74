import { Match } from 'aws-cdk-lib/assertions';
import type { Template } from 'aws-cdk-lib/assertions';
import { deepEqual, doesNotMatch, equal, match, notEqual, ok } from 'node:assert/strict';
import { suite, test } from 'node:test';
import { articlesAccess } from '../../backend/dynamodb/articles-access.ts';
import type { ArticlesAccess } from '../../backend/dynamodb/articles-access.ts';
import { articlesTableDefinition } from '../../backend/dynamodb/articles-table.ts';
import { allowedHeaders } from '../../contract/cross-origin.ts';
import { doors } from '../../contract/generated/doors.ts';
import { resourcesOf } from '../testing/resources.ts';
import { synthesised } from '../testing/synthesis.ts';

const rest = synthesised({ machines: 'all' });
const http = synthesised({ machines: 'all', gateway: 'http' });
const production = synthesised({ environment: 'production' });

suite('the table', () => {
  test('is the one that the store is written for', () => {
    const { TableName: _, ...definition } = articlesTableDefinition('articles');
    rest.news.hasResourceProperties('AWS::DynamoDB::GlobalTable', definition);
  });

  test('forgets what has expired, and can go back to any second', () => {
    rest.news.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      Replicas: [{ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }],
    });
  });

  test('cannot be deleted in production, and outlives its stack', () => {
    production.news.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { Replicas: [Match.objectLike({ DeletionProtectionEnabled: true })] },
    });
  });
});

suite('the functions', () => {
  test('run on the current Node and arm64, are traced, and end before the gateway gives up', () => {
    const functions = functionsOf(rest.news);
    equal(functions.length, 12);
    for (const { properties } of functions) {
      equal(properties.Runtime, 'nodejs24.x');
      deepEqual(properties.Architectures, ['arm64']);
      deepEqual(properties.TracingConfig, { Mode: 'Active' });
      ok(properties.Timeout < 29);
      equal(properties.ReservedConcurrentExecutions, undefined);
    }
  });

  for (const [gateway, { news }] of Object.entries({ rest, http })) {
    test(`may do what their operation does, and nothing else, behind ${gateway}`, () => {
      for (const { id, properties } of functionsOf(news)) {
        const operationId = operationOf(properties);
        const { table = [], index = [] } = accessOf(operationId);
        const expected = [
          ...table.map((action) => `dynamodb:${action} on the table`),
          ...index.map((action) => `dynamodb:${action} on its index`),
          ...(operationId === 'userSignIn' ? ['cognito-idp:AdminInitiateAuth on the pool'] : []),
          'logs:CreateLogStream on its log',
          'logs:PutLogEvents on its log',
          'xray:PutTelemetryRecords on *',
          'xray:PutTraceSegments on *',
        ];
        deepEqual(permissionsOf(id, news).sort(), expected.sort(), operationId);
      }
    });

    test(`are invoked by their own method only, behind ${gateway}`, () => {
      const invitations = resourcesOf<Invitation>(news, 'AWS::Lambda::Permission');
      equal(invitations.length, 12);
      for (const { properties } of invitations) {
        const [id] = properties.FunctionName['Fn::GetAtt'];
        const door = doorOf(id, news);
        equal(properties.Principal, 'apigateway.amazonaws.com');
        equal(properties.Action, 'lambda:InvokeFunction');
        const [, parts] = properties.SourceArn['Fn::Join'];
        // A REST API's stage is the path's first part; an HTTP API's routes have it.
        const path = door.path.replace(/^\/\w+/, '').replace(/\{\w+\}/, '*');
        const invited = gateway === 'rest' ? `/${door.method}${path}` : `/*/*${door.path}`;
        equal(parts.at(-1), invited, door.operationId);
      }
    });
  }

  test('know the app client’s secret by a reference: no template and no output holds it', () => {
    const text = JSON.stringify(rest.news.toJSON());
    match(text, /\{\{resolve:secretsmanager:/);
    for (const { properties } of functionsOf(rest.news)) {
      const secret = properties.Environment?.Variables['CLIENT_SECRET'];
      if (secret === undefined) continue;
      equal(operationOf(properties), 'userSignIn');
      match(JSON.stringify(secret), /^\{"Fn::Join":\["",\["\{\{resolve:secretsmanager:"/);
    }
    for (const template of [rest.news, rest.identity]) {
      const { Outputs = {} } = template.toJSON() as { Outputs?: object };
      doesNotMatch(JSON.stringify(Outputs), /ClientSecret"|resolve:/);
    }
  });
});

suite('the logs', () => {
  test('are kept for a time that is known, and no longer', () => {
    for (const { news } of [rest, http, production]) {
      const logs = resourcesOf<{ RetentionInDays?: number }>(news, 'AWS::Logs::LogGroup');
      const kept = new Set(logs.map(({ properties }) => properties.RetentionInDays));
      deepEqual([...kept], [news === production.news ? 90 : 14]);
    }
  });

  test('of the gateways hold nothing that a caller has sent', () => {
    for (const format of accessFormats()) {
      const variables = format.match(/\$context\.[\w.]+/g) ?? [];
      ok(variables.length > 8);
      deepEqual(
        variables.filter((name) => /claims|identity|\.path$|domainName|error\.message/.test(name)),
        [],
      );
      doesNotMatch(format, /\$(input|method|stageVariables)/);
    }
  });

  test('of what passes inside a REST API are off', () => {
    for (const { properties } of resourcesOf<Stage>(rest.news, 'AWS::ApiGateway::Stage')) {
      for (const settings of properties.MethodSettings) {
        equal(settings.LoggingLevel, 'OFF');
        equal(settings.DataTraceEnabled, false);
      }
    }
  });

  test('of REST APIs have a role in the account, which stays for other APIs', () => {
    rest.news.hasResource('AWS::ApiGateway::Account', { DeletionPolicy: 'Retain' });
    http.news.resourceCountIs('AWS::ApiGateway::Account', 0);
  });
});

suite('a REST API', () => {
  const apis = resourcesOf<RestApi>(rest.news, 'AWS::ApiGateway::RestApi');
  const stages = resourcesOf<Stage>(rest.news, 'AWS::ApiGateway::Stage');

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
      deepEqual(Object.keys(responses), [...types, 'BAD_REQUEST_BODY']);
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

  test('checks parameters and bodies before it calls a function', () => {
    for (const { properties } of apis) {
      equal(properties.Body['x-amazon-apigateway-request-validator'], 'all');
    }
    const [news] = apis;
    deepEqual(Object.keys(news?.properties.Body.components.schemas ?? {}), ['NewArticle']);
  });

  test('is deployed anew whenever its definition changes', () => {
    const deployments = (template: Template): string[] =>
      resourcesOf(template, 'AWS::ApiGateway::Deployment').map(({ id }) => id);
    const [before] = deployments(synthesised().news);
    const [after] = deployments(rest.news);
    notEqual(before, after);
  });
});

suite('the HTTP API', () => {
  test('lets pages of other origins send a token, and read its refusals', () => {
    http.news.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      CorsConfiguration: {
        AllowOrigins: ['*'],
        AllowHeaders: [...allowedHeaders],
        AllowMethods: Match.arrayWith(['GET', 'POST', 'DELETE', 'OPTIONS']),
      },
    });
  });

  test('is throttled, signing in most of all, once the routes are there', () => {
    const [stage] = resourcesOf<HttpStage>(http.news, 'AWS::ApiGatewayV2::Stage');
    equal(stage?.properties.StageName, '$default');
    equal(stage.properties.DefaultRouteSettings.ThrottlingRateLimit, 1000);
    doesNotMatch(JSON.stringify(stage.properties), /DetailedMetricsEnabled":true/);
    const signIn = stage.properties.RouteSettings['POST /api/user-sign-in'];
    equal(signIn?.ThrottlingRateLimit, 20);
    const routes = resourcesOf(http.news, 'AWS::ApiGatewayV2::Route');
    ok(routes.every(({ id }) => stage.dependsOn.includes(id)));
  });

  test('hands the functions payload format 2.0', () => {
    const integrations = resourcesOf<{ PayloadFormatVersion: string }>(
      http.news,
      'AWS::ApiGatewayV2::Integration',
    );
    equal(integrations.length, 12);
    for (const { properties } of integrations) equal(properties.PayloadFormatVersion, '2.0');
  });

  test('lets a token pass only when it is for an app client of its pool', () => {
    const authorizers = resourcesOf<{ JwtConfiguration: { Audience: unknown[] } }>(
      http.news,
      'AWS::ApiGatewayV2::Authorizer',
    );
    deepEqual(
      authorizers.map(({ properties }) => properties.JwtConfiguration.Audience.length),
      [3, 3, 3],
    );
  });
});

interface LambdaFunction {
  Description: string;
  Runtime: string;
  Architectures: string[];
  TracingConfig: object;
  Timeout: number;
  ReservedConcurrentExecutions?: number;
  Role: { 'Fn::GetAtt': [string, string] };
  Environment?: { Variables: Record<string, unknown> };
}

const functionsOf = (news: Template): ReturnType<typeof resourcesOf<LambdaFunction>> =>
  resourcesOf<LambdaFunction>(news, 'AWS::Lambda::Function');

const operationOf = ({ Description }: LambdaFunction): string =>
  Description.replace('Presspass: ', '');

function accessOf(operationId: string): Partial<ArticlesAccess> {
  const entry = Object.entries(articlesAccess).find(([id]) => id === operationId);
  return entry?.[1] ?? {};
}

interface Invitation {
  FunctionName: { 'Fn::GetAtt': [string, string] };
  Principal: string;
  Action: string;
  SourceArn: { 'Fn::Join': [string, unknown[]] };
}

function doorOf(functionId: string, news: Template): (typeof doors)[number] {
  const found = functionsOf(news).find(({ id }) => id === functionId);
  const door = doors.find(
    ({ operationId }) => found && operationId === operationOf(found.properties),
  );
  ok(door, functionId);
  return door;
}

interface Policy {
  Roles: { Ref: string }[];
  PolicyDocument: {
    Statement: { Effect: string; Action: string | string[]; Resource: unknown }[];
  };
}

/** `dynamodb:Query on its index`: all that a function's role lets it do. */
function permissionsOf(functionId: string, news: Template): string[] {
  const [found] = functionsOf(news).filter(({ id }) => id === functionId);
  const role = found?.properties.Role['Fn::GetAtt'][0];
  const roles = resourcesOf<{ ManagedPolicyArns?: unknown; Policies?: unknown }>(
    news,
    'AWS::IAM::Role',
  );
  const own = roles.find(({ id }) => id === role);
  deepEqual([own?.properties.ManagedPolicyArns, own?.properties.Policies], [undefined, undefined]);
  return resourcesOf<Policy>(news, 'AWS::IAM::Policy')
    .filter(({ properties }) => properties.Roles.some(({ Ref: id }) => id === role))
    .flatMap(({ properties }) => properties.PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) =>
      [Action].flat().map((action) => `${action} on ${what(Resource, functionId)}`),
    );
}

function what(resource: unknown, functionId: string): string {
  const text = JSON.stringify(resource);
  if (/^\{"Fn::GetAtt":\["ArticlesTable\w+","Arn"\]\}$/.test(text)) return 'the table';
  if (/"ArticlesTable\w+","Arn"\]\},"\/index\/listing"\]\]\}$/.test(text)) return 'its index';
  if (/^\{"Fn::GetStackOutput":.*PeoplePool\w+Arn\w+"\}\}$/.test(text)) return 'the pool';
  const log = functionId.replace(/Function\w{8}$/, 'Log');
  if (new RegExp(`^\\{"Fn::GetAtt":\\["${log}\\w{8}","Arn"\\]\\}$`).test(text)) return 'its log';
  return typeof resource === 'string' ? resource : text;
}

interface Stage {
  TracingEnabled: boolean;
  AccessLogSetting: { Format: string };
  MethodSettings: {
    ResourcePath: string;
    LoggingLevel: string;
    DataTraceEnabled: boolean;
    MetricsEnabled: boolean;
    ThrottlingRateLimit: number;
    ThrottlingBurstLimit: number;
  }[];
}

interface RouteSettings {
  ThrottlingRateLimit: number;
}

interface HttpStage {
  StageName: string;
  AccessLogSettings: { Format: string };
  DefaultRouteSettings: RouteSettings;
  RouteSettings: Record<string, RouteSettings>;
}

function accessFormats(): string[] {
  return [
    ...resourcesOf<Stage>(rest.news, 'AWS::ApiGateway::Stage').map(
      ({ properties }) => properties.AccessLogSetting.Format,
    ),
    ...resourcesOf<HttpStage>(http.news, 'AWS::ApiGatewayV2::Stage').map(
      ({ properties }) => properties.AccessLogSettings.Format,
    ),
  ];
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
      schemas: object;
      securitySchemes: Record<
        string,
        { 'x-amazon-apigateway-authorizer': { identityValidationExpression?: unknown } }
      >;
    };
    'x-amazon-apigateway-request-validator': string;
    'x-amazon-apigateway-gateway-responses': Record<
      string,
      { responseParameters: Record<string, string> }
    >;
  };
}
