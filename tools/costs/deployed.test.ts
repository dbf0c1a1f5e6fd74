import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { resourcesOf } from '../../infra/testing/resources.ts';
import { synthesised } from '../../infra/testing/synthesis.ts';
import { figures } from './usage.ts';

const deployed = {
  development: synthesised(),
  production: synthesised({ environment: 'production' }),
};

describe('what the pages say of AWS', () => {
  it('is of functions with this memory, and nothing else', () => {
    const functions = resourcesOf<{ MemorySize: number }>(
      deployed.development.news,
      'AWS::Lambda::Function',
    );
    assert.deepEqual(
      [...new Set(functions.map(({ properties }) => properties.MemorySize))],
      [figures.functionMemory * 1024],
    );
  });

  it('is how long the logs of functions and APIs are kept', async () => {
    const page = await readFile(new URL('../../docs/logging.md', import.meta.url), 'utf8');
    const days = Object.values(deployed).map(({ news }) => {
      const groups = resourcesOf<{ RetentionInDays?: number }>(news, 'AWS::Logs::LogGroup');
      return new Set(groups.map(({ properties }) => properties.RetentionInDays));
    });
    assert.deepEqual(days, [new Set([14]), new Set([90])]);
    for (const row of ['each function', 'each API’s access log', 'Lambda’s own lines']) {
      const line = page
        .replaceAll("'", '’')
        .split('\n')
        .find((text) => text.startsWith(`| ${row}`));
      assert.match(line ?? '', /\| 2 weeks +\| 3 months +\|$/, row);
    }
  });

  it('is that the table can go back to any second, and is kept in production', () => {
    interface Table {
      Replicas: [
        {
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: boolean };
          DeletionProtectionEnabled?: boolean;
        },
      ];
    }
    for (const [environment, { news }] of Object.entries(deployed)) {
      const [table] = resourcesOf<Table>(news, 'AWS::DynamoDB::GlobalTable');
      assert.ok(table);
      const [replica] = table.properties.Replicas;
      assert.ok(replica.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled);
      const isProduction = environment === 'production';
      assert.equal(replica.DeletionProtectionEnabled ?? false, isProduction);
      assert.equal(table.deletionPolicy, isProduction ? 'Retain' : 'Delete');
    }
  });

  it('is that accounts are protected in production, since nothing brings them back', () => {
    const [pool] = resourcesOf<{ DeletionProtection: string }>(
      deployed.production.identity,
      'AWS::Cognito::UserPool',
    );
    assert.equal(pool?.properties.DeletionProtection, 'ACTIVE');
    assert.equal(pool.deletionPolicy, 'Retain');
  });
});
