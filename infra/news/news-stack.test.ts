import { Match } from 'aws-cdk-lib/assertions';
import { deepEqual, doesNotMatch, equal, ok } from 'node:assert/strict';
import { suite, test } from 'node:test';
import { articlesTableDefinition } from '../../backend/dynamodb/articles-table.ts';
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

interface Stage {
  AccessLogSetting: { Format: string };
  MethodSettings: { LoggingLevel: string; DataTraceEnabled: boolean }[];
}

interface HttpStage {
  AccessLogSettings: { Format: string };
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
