import type { Template } from 'aws-cdk-lib/assertions';
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { suite, test } from 'node:test';
import { articlesAccess } from '../../backend/dynamodb/articles-access.ts';
import type { ArticlesAccess } from '../../backend/dynamodb/articles-access.ts';
import { doors } from '../../contract/generated/doors.ts';
import { resourcesOf } from '../testing/resources.ts';
import { synthesised } from '../testing/synthesis.ts';

const rest = synthesised({ machines: 'all' });
const http = synthesised({ machines: 'all', gateway: 'http' });

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
