import { traffic } from '../../infra/news/traffic.ts';
import type { Assumptions, Traffic } from './usage.ts';
import { figures, trafficOf, usual } from './usage.ts';

/** What AWS lets an account do unless it is asked for more. */
export interface Quota {
  name: string;
  limit: number;
  unit: 'a second' | 'at once' | 'a day';
  /** Whether AWS raises it, and how. */
  raise: string;
  source: string;
  /** How much of it a month's traffic takes, on average. */
  load(traffic: Traffic): number;
}

const secondsPerMonth = 30 * 24 * 3600;
const daysPerMonth = 30;

/** The busiest second has so many times the requests of an average one: mornings, evenings, and a piece of news. */
const peak = 20;

const cognito =
  'https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html#category_operations';

/** The quotas that a growing paper meets, in AWS's words, by default and in most regions. */
export const quotas: readonly Quota[] = [
  {
    name: 'Cognito: mails with its own sender',
    limit: 50,
    unit: 'a day',
    raise: 'no; `emailFrom` sends by SES',
    source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html',
    load: ({ mails }) => mails / daysPerMonth,
  },
  {
    name: 'Cognito: UserToken (a refresh)',
    limit: 120,
    unit: 'a second',
    raise: 'yes, for money',
    source: cognito,
    load: ({ refreshes }) => refreshes / secondsPerMonth,
  },
  {
    name: 'Cognito: UserAuthentication (a sign-in)',
    limit: 120,
    unit: 'a second',
    raise: 'yes, for money',
    source: cognito,
    load: ({ signIns }) => signIns / secondsPerMonth,
  },
  {
    name: 'Cognito: UserCreation (sign-up, confirmation)',
    limit: 50,
    unit: 'a second',
    raise: 'yes, for money',
    source: cognito,
    load: ({ signUps }) => (2 * signUps) / secondsPerMonth,
  },
  {
    name: 'ours: requests of one API',
    limit: traffic.rate,
    unit: 'a second',
    raise: 'you do',
    source: '../infra/news/traffic.ts',
    load: ({ apiRequests }) => apiRequests / secondsPerMonth,
  },
  {
    name: 'API Gateway: requests of the account',
    limit: 10_000,
    unit: 'a second',
    raise: 'yes',
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
    load: ({ apiRequests }) => apiRequests / secondsPerMonth,
  },
  {
    name: 'Lambda: executions of the account',
    limit: 1000,
    unit: 'at once',
    raise: 'yes; a new account has fewer',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    load: ({ apiRequests }) => (apiRequests * figures.functionSeconds) / secondsPerMonth,
  },
  {
    name: 'DynamoDB: reads of the month’s partition, 3,000 units',
    limit: 3000 / monthUnits(),
    unit: 'a second',
    raise: 'no',
    source:
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput-scenarios.html',
    load: ({ askedLists }) => askedLists / secondsPerMonth,
  },
  {
    name: 'DynamoDB: reads of a new table, 12,000 units',
    limit: 12_000,
    unit: 'a second',
    raise: 'grows by itself, to twice the last peak in 30 minutes',
    source:
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput-scenarios.html',
    load: ({ askedLists, stories }) =>
      (askedLists * figures.readUnitsPerList + stories * figures.readUnitsPerStory) /
      secondsPerMonth,
  },
  {
    name: 'CloudFront: requests of the distribution',
    limit: 250_000,
    unit: 'a second',
    raise: 'yes',
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html',
    load: ({ edgeRequests }) => edgeRequests / secondsPerMonth,
  },
];

/** Of the units of a list, what the month's own partition serves; the rest is the partition that names the months. */
function monthUnits(): number {
  return figures.readUnitsPerList - 0.5;
}

/** How many readers a month it takes to meet a quota in the busiest second (or, for mails, on an average day). */
export function readersUntil(quota: Quota, assumed: Omit<Assumptions, 'readers'> = usual): number {
  // Publishing does not grow with readers, and is next to nothing beside them.
  const ofOne = trafficOf({ ...assumed, storiesPublished: 0, readers: 1 });
  const load = quota.load(ofOne) * (quota.unit === 'a day' ? 1 : peak);
  return quota.limit / load;
}
