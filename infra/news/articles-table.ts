import type { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AttributeType,
  Billing,
  ProjectionType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { ArticlesAccess } from '../../backend/dynamodb/articles-access.ts';
import { articlesIndex, articlesTable } from '../../backend/dynamodb/articles-table.ts';
import { removalPolicyIn } from '../removal.ts';
import type { DeploymentSettings } from '../settings.ts';
import type { OperationFunction } from './operation-function.ts';

const text = (name: string): { name: string; type: AttributeType } => ({
  name,
  type: AttributeType.STRING,
});

/** The table of articles, as its store lays it out. */
export class ArticlesTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, settings: DeploymentSettings) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      partitionKey: text(articlesTable.partitionKey),
      globalSecondaryIndexes: [
        {
          indexName: articlesIndex.name,
          partitionKey: text(articlesIndex.partitionKey),
          sortKey: text(articlesIndex.sortKey),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: [...articlesIndex.projected],
        },
      ],
      timeToLiveAttribute: articlesTable.timeToLiveAttribute,
      billing: Billing.onDemand(),
      // To any second of the last 35 days.
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      // With DynamoDB's own key, which costs nothing: what is published is no secret, and a key of one's own pays per request.
      encryption: TableEncryptionV2.dynamoOwnedKey(),
      deletionProtection: settings.environment === 'production',
      removalPolicy: removalPolicyIn(settings),
    });
  }

  /** Tells a function the table's name and lets it do exactly what `access` says: one without the other is of no use. */
  grantTo(operation: OperationFunction, { table, index }: ArticlesAccess): void {
    operation.give('ARTICLES_TABLE', this.table.tableName);
    const { tableArn } = this.table;
    if (table.length > 0) operation.allow(actions(table), [tableArn]);
    if (index.length > 0) {
      operation.allow(actions(index), [`${tableArn}/index/${articlesIndex.name}`]);
    }
  }

  /**
   * How many reads and writes were throttled, of the table and of its index.
   * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
   */
  throttling(period: Duration): MathExpression {
    const { tableName } = this.table;
    const ofTable = { TableName: tableName };
    const ofIndex = { ...ofTable, GlobalSecondaryIndexName: articlesIndex.name };
    const count = (metricName: string, dimensionsMap: Record<string, string>): Metric =>
      new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, statistic: Stats.SUM });
    return new MathExpression({
      label: 'throttled',
      expression: 'SUM(METRICS())',
      usingMetrics: {
        reads: count('ReadThrottleEvents', ofTable),
        writes: count('WriteThrottleEvents', ofTable),
        indexReads: count('ReadThrottleEvents', ofIndex),
        indexWrites: count('WriteThrottleEvents', ofIndex),
      },
      period,
    });
  }
}

const actions = (names: readonly string[]): string[] => names.map((name) => `dynamodb:${name}`);
