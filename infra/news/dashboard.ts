import { Duration, Stack } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric, IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { ArticlesTable } from './articles-table.ts';
import type { OperationFunction } from './operation-function.ts';
import type { Watched, WatchedApi } from './watched.ts';

const period = Duration.minutes(5);
const options = { period };

/** How the paper is doing, on one page of CloudWatch. */
export class NewsDashboard extends Dashboard {
  constructor(scope: Construct, id: string, { apis, functions, articles }: Watched) {
    super(scope, id, {
      dashboardName: Stack.of(scope).stackName,
      widgets: [
        ...[...apis].map(([name, api]) => rowOf(name, api)),
        functionsRow(functions),
        tableRow(articles),
      ],
    });
  }
}

function rowOf(name: string, api: WatchedApi): IWidget[] {
  return [
    graph(`${name}: requests`, [
      api.metricCount({ ...options, label: 'all' }),
      api.metricClientError({ ...options, label: '4xx', statistic: Stats.SUM }),
      api.metricServerError({ ...options, label: '5xx', statistic: Stats.SUM }),
    ]),
    graph(
      `${name}: time to answer`,
      [50, 95, 99].map((share) =>
        api.metricLatency({
          ...options,
          label: `p${share}`,
          statistic: Stats.percentile(share),
        }),
      ),
    ),
  ];
}

function functionsRow(functions: readonly OperationFunction[]): IWidget[] {
  const each = (metric: (operation: OperationFunction) => IMetric): IMetric[] =>
    functions.map(metric);
  return [
    graph(
      'Functions: failures',
      each(({ operationId, lambda }) => lambda.metricErrors({ ...options, label: operationId })),
    ),
    graph(
      'Functions: p95 of the time they run',
      each(({ operationId, lambda }) =>
        lambda.metricDuration({ ...options, label: operationId, statistic: Stats.percentile(95) }),
      ),
    ),
  ];
}

function tableRow(articles: ArticlesTable): IWidget[] {
  const { table } = articles;
  return [
    graph('Articles: units', [
      table.metricConsumedReadCapacityUnits({ ...options, label: 'read' }),
      table.metricConsumedWriteCapacityUnits({ ...options, label: 'written' }),
    ]),
    graph('Articles: throttled', [articles.throttling(period)]),
  ];
}

const graph = (title: string, left: IMetric[]): GraphWidget =>
  new GraphWidget({ title, left, width: 12 });
