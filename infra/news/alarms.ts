import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { ArticlesTable } from './articles-table.ts';
import type { OperationFunction } from './operation-function.ts';
import type { Watched, WatchedApi } from './watched.ts';

/** When an alarm goes off: above a threshold in `of` of so many periods. */
interface Rule {
  /** What is wrong then, for the mail. */
  says: string;
  above: number;
  periods?: number;
  of?: number;
}

const period = Duration.minutes(5);

/** Tells somebody by e-mail what goes wrong. Each alarm costs money, so there are none where nobody is told. */
export class Alarms extends Construct {
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, email: string, watched: Watched) {
    super(scope, id);
    this.#topic = new Topic(this, 'Topic', { displayName: 'Presspass', enforceSSL: true });
    this.#topic.addSubscription(new EmailSubscription(email));
    this.#letAlarmsPublish();
    for (const [name, api] of watched.apis) this.#watchApi(name, api);
    for (const operation of watched.functions) this.#watchFunction(operation);
    this.#watchConcurrency();
    this.#watchTable(watched.articles);
  }

  /**
   * A topic with a policy has no other: that which says TLS only would keep the alarms out.
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
   */
  #letAlarmsPublish(): void {
    this.#topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.#topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  /** The average of a count of errors is their share: one in a hundred, and not just once. */
  #watchApi(name: string, api: WatchedApi): void {
    const errors = api.metricServerError({ period, statistic: Stats.AVERAGE });
    this.#add(`${name}Errors`, errors, {
      says: `More than 1 % of the answers of ${name} are 5xx.`,
      above: 0.01,
      periods: 3,
      of: 2,
    });
    const latency = api.metricLatency({ period, statistic: Stats.percentile(95) });
    this.#add(`${name}Latency`, latency, {
      says: `One in twenty answers of ${name} takes more than 2 s.`,
      above: 2000,
      periods: 3,
    });
  }

  /** Handlers answer whatever happens: a function that fails has a defect, or has run out of time or memory. */
  #watchFunction({ operationId, lambda }: OperationFunction): void {
    const errors = lambda.metricErrors({ period, statistic: Stats.SUM });
    this.#add(operationId, errors, { says: `The function ${operationId} fails.`, above: 0 });
  }

  /** The account's: functions without reserved concurrency share what it has, and run out of it together. */
  #watchConcurrency(): void {
    const throttles = Function.metricAllThrottles({ period, statistic: Stats.SUM });
    const says = 'Functions of this account are throttled: it has too few at a time.';
    this.#add('Concurrency', throttles, { says, above: 0 });
  }

  #watchTable(articles: ArticlesTable): void {
    const says = 'Reads or writes of articles are throttled.';
    this.#add('Table', articles.throttling(period), { says, above: 0 });
  }

  #add(id: string, metric: IMetric, { says, above, periods = 1, of = periods }: Rule): void {
    const alarm = new Alarm(this, id, {
      metric,
      alarmDescription: says,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      datapointsToAlarm: of,
      // Nobody has come by: nothing is wrong.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
    alarm.addOkAction(new SnsAction(this.#topic));
  }
}
