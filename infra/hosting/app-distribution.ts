import { Annotations, Duration, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  Distribution,
  HttpVersion,
  PriceClass,
  SecurityPolicyProtocol,
} from 'aws-cdk-lib/aws-cloudfront';
import type { DistributionProps } from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import type { CustomDomain } from '../custom-domain.ts';
import type { DeploymentSettings } from '../settings.ts';
import { behaviours } from '../web/behaviours.ts';
import { apiPaths } from '../web/origin-paths.ts';
import { accessLogBucket } from './access-log-bucket.ts';
import { CacheBehaviors } from './cache-behaviors.ts';
import type { CacheBehaviorsProps } from './cache-behaviors.ts';

/** What the app's origin is made from. */
export interface AppDistributionProps extends Omit<CacheBehaviorsProps, 'region'> {
  settings: DeploymentSettings;
  /** The ARN of the web ACL before it all. */
  firewall: string | undefined;
}

/** The app's origin on AWS: CloudFront with the behaviours that `npm run preview` has. */
export class AppDistribution extends Construct {
  readonly distribution: Distribution;

  constructor(
    scope: Construct,
    id: string,
    { settings, firewall, ...parts }: AppDistributionProps,
  ) {
    super(scope, id);
    const { region, environment, domain } = settings;
    const cacheBehaviors = new CacheBehaviors(this, 'Behaviors', { region, ...parts });
    const deployed = apiPaths.filter((path) => parts.apis.some((api) => api.path === path));
    const { last, others } = behaviours(deployed);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Presspass: the app and its APIs',
      // No default root object: the function finds the front page, and the root keeps a behaviour of its own.
      defaultBehavior: cacheBehaviors.optionsOf(last),
      additionalBehaviors: Object.fromEntries(
        others.map((one) => [one.pattern, cacheBehaviors.optionsOf(one)]),
      ),
      errorResponses: uncachedErrors,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass:
        environment === 'production' ? PriceClass.PRICE_CLASS_ALL : PriceClass.PRICE_CLASS_100,
      logBucket: accessLogBucket(this, settings),
      logIncludesCookies: false,
      ...(firewall !== undefined && { webAclId: firewall }),
      ...(domain && ownName(this, domain)),
    });
    this.#explainFindings(settings);
  }

  #explainFindings({ domain, firewall }: DeploymentSettings): void {
    const explain = (id: string, reason: string): void => {
      Validations.of(this.distribution).acknowledge({ id, reason });
    };
    explain('AwsSolutions::AwsSolutions-CFR1', 'A newspaper is for readers everywhere.');
    Annotations.of(this.distribution).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'The function names a file for every address, the root too, and no query reaches the bucket.',
    );
    if (firewall === 'off') {
      explain(
        'AwsSolutions::AwsSolutions-CFR2',
        'AWS WAF costs money every month, so it is a setting: firewall=on.',
      );
    }
    if (!domain) {
      explain(
        'AwsSolutions::AwsSolutions-CFR4',
        'With the certificate of *.cloudfront.net, CloudFront decides on the protocols; a domain of its own gets TLS 1.2 and later.',
      );
    }
  }
}

function ownName(
  scope: Construct,
  { name, certificateArn }: CustomDomain,
): Partial<DistributionProps> {
  return {
    domainNames: [name],
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  };
}

/**
 * CloudFront keeps an error for ten seconds, whatever the API says of it, and an article that was restored would stay missing. No
 * page is named: errors of the API stay as they are. These are all the statuses that CloudFront lets one say it for.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html
 */
const uncachedErrors = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504].map(
  (httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) }),
);
