/** Everything over the earlier steps; the last step has no end. */
interface Step {
  upTo?: number;
  /** US dollars for one unit. */
  price: number;
}

/** A price of AWS's, as it was found. */
export interface Price {
  service: string;
  /** What is counted: `million requests`, `GB`. */
  unit: string;
  steps: readonly [Step, ...Step[]];
  /** So many units a month are free for good, in every account; trials of twelve months are not counted. */
  free?: number;
  region: string;
  /** Where it can be read, or `unconfirmed` where no page was found that says it. */
  source: string;
}

/** When the sources below were read; AWS changes prices without notice. */
export const pricesReadOn = '2026-11-27';

const virginia = 'us-east-1';
const everywhere = 'all';
const unconfirmed = 'unconfirmed';

/** The prices behind docs/costs.md, by what the bill calls them. Pay as you go, without the discounts of commitments. */
export const prices = {
  membersEssentials: {
    service: 'Cognito, Essentials',
    unit: 'monthly active member',
    steps: [{ price: 0.015 }],
    free: 10_000,
    region: virginia,
    source: 'https://danguisinger.com/aws/cognito/',
  },
  membersPlus: {
    service: 'Cognito, Plus',
    unit: 'monthly active member',
    steps: [{ price: 0.02 }],
    region: virginia,
    source: 'https://danguisinger.com/aws/cognito/',
  },
  machines: {
    service: 'Cognito, app clients of machines',
    unit: 'client',
    steps: [{ price: 6 }],
    region: virginia,
    source:
      'https://www.rhythmictech.com/blog/the-aws-cognito-m2m-bill-has-come-due-what-you-need-to-know/',
  },
  machineTokens: {
    service: 'Cognito, tokens for machines',
    unit: 'thousand tokens',
    steps: [{ price: 2.25 }],
    region: virginia,
    source: 'https://cur.vantage-api.com/aws/amazoncognito/user-pools-m2m/cupm2mtokenrequestsfull',
  },
  mails: {
    service: 'SES',
    unit: 'thousand mails',
    steps: [{ price: 0.1 }],
    region: virginia,
    source: unconfirmed,
  },
  deliveredBytes: {
    service: 'CloudFront, data to readers',
    unit: 'GB',
    steps: [
      { upTo: 10_240, price: 0.085 },
      { upTo: 51_200, price: 0.08 },
      { upTo: 153_600, price: 0.06 },
      { upTo: 512_000, price: 0.04 },
      { price: 0.03 },
    ],
    free: 1024,
    region: 'Europe and North America',
    source: 'https://aws.amazon.com/cloudfront/pricing/',
  },
  deliveredRequests: {
    service: 'CloudFront, requests',
    unit: 'million requests',
    steps: [{ price: 1.2 }],
    free: 10,
    region: 'Europe',
    source: unconfirmed,
  },
  edgeFunctions: {
    service: 'CloudFront, functions',
    unit: 'million calls',
    steps: [{ price: 0.1 }],
    free: 2,
    region: everywhere,
    source: 'https://cur.vantage.sh/aws/amazoncloudfront/',
  },
  restRequests: {
    service: 'API Gateway, REST API',
    unit: 'million requests',
    steps: [{ upTo: 333, price: 3.5 }, { upTo: 1000, price: 2.8 }, { price: 2.38 }],
    region: virginia,
    source:
      'https://docs.aws.amazon.com/whitepapers/latest/best-practices-api-gateway-private-apis-integration/cost-optimization.html',
  },
  httpRequests: {
    service: 'API Gateway, HTTP API',
    unit: 'million requests',
    steps: [{ upTo: 300, price: 1 }, { price: 0.9 }],
    region: virginia,
    source:
      'https://docs.aws.amazon.com/whitepapers/latest/best-practices-api-gateway-private-apis-integration/cost-optimization.html',
  },
  functionCalls: {
    service: 'Lambda, calls',
    unit: 'million calls',
    steps: [{ price: 0.2 }],
    free: 1,
    region: virginia,
    source: 'https://cloudchipr.com/blog/aws-lambda-pricing',
  },
  functionTime: {
    service: 'Lambda, arm64',
    unit: 'million GB-seconds',
    steps: [{ price: 13.3334 }],
    free: 0.4,
    region: virginia,
    source: 'https://cloudchipr.com/blog/aws-lambda-pricing',
  },
  tableReads: {
    service: 'DynamoDB, reads on demand',
    unit: 'million read units',
    steps: [{ price: 0.125 }],
    region: virginia,
    source: 'https://airbyte.com/data-engineering-resources/dynamodb-pricing',
  },
  tableWrites: {
    service: 'DynamoDB, writes on demand',
    unit: 'million write units',
    steps: [{ price: 0.625 }],
    region: virginia,
    source: 'https://airbyte.com/data-engineering-resources/dynamodb-pricing',
  },
  tableBytes: {
    service: 'DynamoDB, storage',
    unit: 'GB-month',
    steps: [{ price: 0.25 }],
    free: 25,
    region: virginia,
    source: unconfirmed,
  },
  recoveryBytes: {
    service: 'DynamoDB, point-in-time recovery',
    unit: 'GB-month',
    steps: [{ price: 0.2 }],
    region: virginia,
    source: unconfirmed,
  },
  fileBytes: {
    service: 'S3, storage',
    unit: 'GB-month',
    steps: [{ price: 0.023 }],
    region: virginia,
    source: unconfirmed,
  },
  logs: {
    service: 'CloudWatch, logs taken in',
    unit: 'GB',
    steps: [{ price: 0.5 }],
    free: 5,
    region: virginia,
    source:
      'https://www.factualminds.com/blog/amazon-cloudwatch-pricing-metrics-logs-alarms-dashboards/',
  },
  alarms: {
    service: 'CloudWatch, alarms',
    unit: 'alarm',
    steps: [{ price: 0.1 }],
    free: 10,
    region: virginia,
    source: 'https://002-workshop-application-performance-monitoring.huyanh.click/5-optimization',
  },
  traces: {
    service: 'X-Ray, traces',
    unit: 'million traces',
    steps: [{ price: 5 }],
    free: 0.1,
    region: virginia,
    source: unconfirmed,
  },
  firewalls: {
    service: 'WAF, web ACL',
    unit: 'ACL',
    steps: [{ price: 5 }],
    region: everywhere,
    source: 'https://c3x.dev/blog/aws-waf-cost-explained/',
  },
  firewallRules: {
    service: 'WAF, rules',
    unit: 'rule',
    steps: [{ price: 1 }],
    region: everywhere,
    source: 'https://c3x.dev/blog/aws-waf-cost-explained/',
  },
  firewallRequests: {
    service: 'WAF, requests',
    unit: 'million requests',
    steps: [{ price: 0.6 }],
    region: everywhere,
    source: 'https://c3x.dev/blog/aws-waf-cost-explained/',
  },
  secrets: {
    service: 'Secrets Manager',
    unit: 'secret',
    steps: [{ price: 0.4 }],
    region: virginia,
    source: unconfirmed,
  },
  zones: {
    service: 'Route 53, hosted zone',
    unit: 'zone',
    steps: [{ price: 0.5 }],
    region: everywhere,
    source: 'https://eatsip365.com/understanding-how-route-53-billing-works',
  },
} as const satisfies Record<string, Price>;

/** What a bill is made of. */
export type PriceName = keyof typeof prices;

/** What so many units cost, step by step, in US dollars. */
export function costOf({ steps }: Price, units: number): number {
  let [cost, from] = [0, 0];
  for (const { upTo = Infinity, price } of steps) {
    cost += Math.max(0, Math.min(units, upTo) - from) * price;
    from = upTo;
  }
  return cost;
}
