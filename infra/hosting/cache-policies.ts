import { Duration } from 'aws-cdk-lib';
import {
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { CachePolicyProps } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

const compressed: CachePolicyProps = {
  enableAcceptEncodingBrotli: true,
  enableAcceptEncodingGzip: true,
};

/** As long as the file says (`infra/web/cache-rules.ts`), by its path alone. */
export function fileCachePolicy(scope: Construct, name: string): CachePolicy {
  return new CachePolicy(scope, 'CacheOfFiles', {
    ...compressed,
    cachePolicyName: name,
    comment: 'Presspass: as long as the file says',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(365),
    queryStringBehavior: CacheQueryStringBehavior.none(),
    headerBehavior: CacheHeaderBehavior.none(),
    cookieBehavior: CacheCookieBehavior.none(),
  });
}

/**
 * What the API calls public is kept and asked about each time (docs/decisions/0004): the API answers 304, the edge sends what it
 * has, or 304 in its turn. Whatever says nothing is not kept, and nothing is believed for longer than a minute. It must not be zero:
 * CloudFront would then neither keep nor compress anything.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html
 * The token is part of the key, so that no answer to one caller is ever another's, and so reaches the API at all.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html
 */
export function apiCachePolicy(scope: Construct, name: string): CachePolicy {
  return new CachePolicy(scope, 'CacheOfApis', {
    ...compressed,
    cachePolicyName: name,
    comment: 'Presspass: kept, and asked about each time',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.minutes(1),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    headerBehavior: CacheHeaderBehavior.allowList('Authorization'),
    cookieBehavior: CacheCookieBehavior.none(),
  });
}
