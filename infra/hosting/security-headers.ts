import { Duration } from 'aws-cdk-lib';
import { HeadersReferrerPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type {
  ResponseHeadersPolicyProps,
  ResponseHeadersStrictTransportSecurity,
} from 'aws-cdk-lib/aws-cloudfront';
import { responseHeaders } from '../web/response-headers.ts';

/** Where the browser reaches the people pool. */
export interface PoolEndpoints {
  region: string;
  /** Its domain's host; may be known to CloudFormation only. */
  domain: string;
}

/** Stands for the domain while headers are made, since a name that only CloudFormation knows is no URL yet. */
const placeholder = 'https://domain.invalid';

/** The headers that `npm run preview` sends too, with the addresses of AWS; names in lower case. */
export function securityHeaders({ region, domain }: PoolEndpoints): Record<string, string> {
  const headers = responseHeaders({
    userPoolEndpoint: `https://cognito-idp.${region}.amazonaws.com`,
    userPoolDomain: placeholder,
    scheme: 'https',
  });
  const known = ([name, value]: [string, string]): [string, string] => [
    name,
    value.replaceAll(placeholder, `https://${domain}`),
  ];
  return Object.fromEntries(Object.entries(headers).map(known));
}

/**
 * Headers as CloudFront wants to be told them: those it counts among the security headers each in a form of its own, all
 * others as custom headers. The origin's own are overridden.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
 * Throws RangeError when a value does not fit its form.
 */
export function policyOf(
  headers: Readonly<Record<string, string>>,
): Pick<ResponseHeadersPolicyProps, 'securityHeadersBehavior' | 'customHeadersBehavior'> {
  const {
    'content-security-policy': contentSecurityPolicy = '',
    'referrer-policy': referrer = '',
    'strict-transport-security': transport = '',
    'x-content-type-options': contentTypeOptions = '',
    ...custom
  } = headers;
  if (contentTypeOptions !== 'nosniff') throw unfit('x-content-type-options', contentTypeOptions);
  return {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      referrerPolicy: { referrerPolicy: referrerPolicy(referrer), override: true },
      strictTransportSecurity: { ...strictTransport(transport), override: true },
      contentTypeOptions: { override: true },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(custom).map(([header, value]) => ({
        header,
        value,
        override: true,
      })),
    },
  };
}

function referrerPolicy(value: string): HeadersReferrerPolicy {
  const policies = Object.values(HeadersReferrerPolicy).map((one) => [one, one] as const);
  const policy = new Map<string, HeadersReferrerPolicy>(policies).get(value);
  if (policy === undefined) throw unfit('referrer-policy', value);
  return policy;
}

function strictTransport(
  value: string,
): Pick<ResponseHeadersStrictTransportSecurity, 'accessControlMaxAge' | 'includeSubdomains'> {
  const { seconds, subdomains } =
    /^max-age=(?<seconds>\d+)(?<subdomains>; includeSubDomains)?$/.exec(value)?.groups ?? {};
  if (seconds === undefined) throw unfit('strict-transport-security', value);
  return {
    accessControlMaxAge: Duration.seconds(Number(seconds)),
    includeSubdomains: subdomains !== undefined,
  };
}

function unfit(name: string, value: string): RangeError {
  return new RangeError(`CloudFront cannot be told "${name}: ${value}".`);
}
