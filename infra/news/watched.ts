import type { IMetric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import type { ArticlesTable } from './articles-table.ts';
import type { OperationFunction } from './operation-function.ts';

/** What an API of either kind tells of itself. */
export interface WatchedApi {
  metricCount(options?: MetricOptions): IMetric;
  metricClientError(options?: MetricOptions): IMetric;
  metricServerError(options?: MetricOptions): IMetric;
  metricLatency(options?: MetricOptions): IMetric;
}

/** What alarms and the dashboard are about. */
export interface Watched {
  /** By name. */
  apis: ReadonlyMap<string, WatchedApi>;
  functions: readonly OperationFunction[];
  articles: ArticlesTable;
}
