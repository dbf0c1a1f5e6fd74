type Context = Readonly<Record<string, string>>;

const domain: Context = {
  domain: 'news.example.org',
  certificate: 'arn:aws:acm:us-east-1:111122223333:certificate/0123abcd',
  hostedZone: 'Z0123456789ABCDEFGHIJ',
};

/** Both levels of each setting. The address, once known, is by turns a domain and CloudFront's. */
const levels: readonly (readonly [Context, Context, Context?])[] = [
  [{}, { environment: 'production' }],
  [{}, { gateway: 'http' }],
  [{}, { machines: 'all' }],
  [{}, { plan: 'plus' }],
  [{}, domain, { appOrigin: 'https://d111.cloudfront.net' }],
  [{}, { firewall: 'on' }],
  [{}, { alarmEmail: 'desk@example.org', emailFrom: 'paper@example.org' }],
];

/**
 * Eight sets of settings in which every value of every setting meets every value of every other: the orthogonal array L8,
 * https://en.wikipedia.org/wiki/Orthogonal_array. A setting's level in a run is the parity of the run's bits that its own number selects.
 */
export function everyPairOfSettings(): Context[] {
  return [0, 1, 2, 3, 4, 5, 6, 7].map((run) =>
    levels.reduce<Context>(
      (context, level, at) => ({ ...context, ...pick(level, parity(run & (at + 1)), run) }),
      {},
    ),
  );
}

function pick(
  [low, high, other = high]: (typeof levels)[number],
  level: 0 | 1,
  run: number,
): Context {
  if (level === 0) return low;
  return run < 4 ? high : other;
}

function parity(bits: number): 0 | 1 {
  return ((bits & 1) ^ ((bits >> 1) & 1) ^ ((bits >> 2) & 1)) as 0 | 1;
}
