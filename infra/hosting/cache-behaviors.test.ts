import { Match } from 'aws-cdk-lib/assertions';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { synthesisedWeb, twoApis } from '../testing/web-template.ts';
import { behaviours } from '../web/behaviours.ts';
import { responseHeaders } from '../web/response-headers.ts';
import { viewerRequest } from '../web/viewer-request.ts';

const { template } = synthesisedWeb();

/** The parts of CloudFormation's types that are read here. */
interface CacheBehavior {
  PathPattern?: string;
  TargetOriginId: string;
  AllowedMethods: string[];
  CachePolicyId: { Ref: string };
  ResponseHeadersPolicyId: { Ref: string };
  OriginRequestPolicyId?: string;
  FunctionAssociations?: { EventType: string; FunctionARN: { 'Fn::GetAtt': [string, string] } }[];
  ViewerProtocolPolicy: string;
  Compress: boolean;
}

interface DistributionConfig {
  CacheBehaviors: CacheBehavior[];
  DefaultCacheBehavior: CacheBehavior;
  CustomErrorResponses: { ErrorCode: number; ErrorCachingMinTTL: number }[];
  Origins: { Id: string; DomainName: unknown; OriginPath?: string; S3OriginConfig?: object }[];
}

type Properties = Record<string, unknown>;

function propertiesOf(id: string, from = template): Properties {
  const resources = from.toJSON()['Resources'] as Record<string, { Properties: Properties }>;
  const properties = resources[id]?.Properties;
  assert.ok(properties, id);
  return properties;
}

function distributionIn(from = template): DistributionConfig {
  const [id = ''] = Object.keys(from.findResources('AWS::CloudFront::Distribution'));
  return propertiesOf(id, from)['DistributionConfig'] as DistributionConfig;
}

/** As CloudFront has them: the default last. */
const listed = [...distributionIn().CacheBehaviors, distributionIn().DefaultCacheBehavior];

const behaviorsWith = (apis: boolean): CacheBehavior[] =>
  listed.filter(({ PathPattern = '*' }) => /^\/(api|services)/.test(PathPattern) === apis);

suite('the behaviours of CloudFront', () => {
  test('are those of the preview, in their order', () => {
    const { others, last } = behaviours();
    const shared = [...others, last];
    assert.deepEqual(
      listed.map(({ PathPattern = '*' }) => PathPattern),
      shared.map(({ pattern }) => pattern),
    );
    for (const [at, behavior] of listed.entries()) {
      const { origin, link } = shared[at] ?? last;
      const target = distributionIn().Origins.find(({ Id }) => Id === behavior.TargetOriginId);
      const host = twoApis.find(({ path }) => path === origin)?.host;
      if (origin === 'files') assert.ok(target?.S3OriginConfig);
      else assert.equal(target?.DomainName, host);
      assert.equal(headersOf(behavior)['link'], link);
    }
  });

  test('send what the preview sends over TLS, whatever the origin says', () => {
    const expected = responseHeaders({
      userPoolEndpoint: 'https://cognito-idp.eu-west-1.amazonaws.com',
      userPoolDomain: 'https://pool-domain.test',
      scheme: 'https',
    });
    for (const behavior of listed) {
      const headers = headersOf(behavior);
      delete headers['link'];
      const policy = headers['content-security-policy'] ?? '';
      headers['content-security-policy'] = policy.replace(
        /(?<=cognito-idp\S+ https:\/\/)[^;]+/,
        'pool-domain.test',
      );
      assert.deepEqual(headers, expected);
      // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
      assert.ok(policy.length <= 1_783 - 'eu-west-1.auth.amazoncognito.com'.length);
    }
  });

  test('let nobody write where the files are', () => {
    for (const behavior of behaviorsWith(false)) {
      assert.deepEqual(behavior.AllowedMethods, ['GET', 'HEAD']);
      assert.equal(behavior.ViewerProtocolPolicy, 'redirect-to-https');
    }
  });

  test('find files by the function that the preview uses, and leave the APIs alone', () => {
    for (const { FunctionAssociations = [] } of behaviorsWith(false)) {
      const [association] = FunctionAssociations;
      assert.equal(association?.EventType, 'viewer-request');
      const code = propertiesOf(association.FunctionARN['Fn::GetAtt'][0]);
      assert.equal(code['FunctionCode'], viewerRequest);
      assert.deepEqual((code['FunctionConfig'] as Properties)['Runtime'], 'cloudfront-js-2.0');
    }
    for (const behavior of behaviorsWith(true))
      assert.equal(behavior.FunctionAssociations, undefined);
  });

  test('never take a token in the clear, nor hand on the host that API Gateway would not know', () => {
    for (const behavior of behaviorsWith(true)) {
      assert.equal(behavior.ViewerProtocolPolicy, 'https-only');
      // AWS's managed policy AllViewerExceptHostHeader.
      assert.equal(behavior.OriginRequestPolicyId, 'b689b0a8-53d0-40ab-baf2-68738e2966ac');
      assert.equal(behavior.AllowedMethods.length, 7);
    }
    for (const origin of distributionIn().Origins) assert.equal(origin.OriginPath, undefined);
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Origins: Match.arrayWith([
          Match.objectLike({
            CustomOriginConfig: {
              OriginProtocolPolicy: 'https-only',
              OriginSSLProtocols: ['TLSv1.2'],
            },
          }),
        ]),
      },
    });
  });

  test('know one origin for two APIs at one host, and none for an API that is not there', () => {
    const [{ host } = { host: '' }] = twoApis;
    const both = distributionIn(
      synthesisedWeb(
        { gateway: 'http' },
        twoApis.map(({ path }) => ({ path, host })),
      ).template,
    );
    assert.equal(both.Origins.length, 2);
    const news = distributionIn(synthesisedWeb({}, twoApis.slice(0, 1)).template);
    assert.deepEqual(
      news.CacheBehaviors.map(({ PathPattern }) => PathPattern),
      ['/api', '/api/*', '/?*'],
    );
  });
});

suite('the cache', () => {
  const cacheOf = (behavior: CacheBehavior): Properties =>
    propertiesOf(behavior.CachePolicyId.Ref)['CachePolicyConfig'] as Properties;

  test('asks the API each time, by address, query and token, unless it says otherwise', () => {
    for (const behavior of behaviorsWith(true)) {
      const { MinTTL, DefaultTTL, MaxTTL, ParametersInCacheKeyAndForwardedToOrigin } =
        cacheOf(behavior);
      assert.deepEqual({ MinTTL, DefaultTTL, MaxTTL }, { MinTTL: 0, DefaultTTL: 0, MaxTTL: 60 });
      assert.deepEqual(ParametersInCacheKeyAndForwardedToOrigin, {
        CookiesConfig: { CookieBehavior: 'none' },
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Authorization'] },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
        EnableAcceptEncodingBrotli: true,
        EnableAcceptEncodingGzip: true,
      });
    }
  });

  test('keeps files as long as they say, and asks for the others each time', () => {
    for (const behavior of behaviorsWith(false)) {
      const { MinTTL, DefaultTTL, MaxTTL } = cacheOf(behavior);
      assert.deepEqual(
        { MinTTL, DefaultTTL, MaxTTL },
        { MinTTL: 0, DefaultTTL: 0, MaxTTL: 365 * 24 * 3600 },
      );
    }
  });

  test('keeps no error, and makes no page of one', () => {
    const errors = distributionIn().CustomErrorResponses;
    for (const code of [404, 405, 414, 500, 501, 502, 503, 504])
      assert.ok(
        errors.some(({ ErrorCode }) => ErrorCode === code),
        String(code),
      );
    for (const { ErrorCode, ...rest } of errors)
      assert.deepEqual(rest, { ErrorCachingMinTTL: 0 }, String(ErrorCode));
  });

  test('compresses everything that is worth it', () => {
    for (const behavior of listed) assert.ok(behavior.Compress);
  });
});

/** Headers of a response headers policy as a browser gets them, names in lower case. All override the origin's. */
function headersOf({ ResponseHeadersPolicyId }: CacheBehavior): Record<string, string> {
  const config = propertiesOf(ResponseHeadersPolicyId.Ref)['ResponseHeadersPolicyConfig'] as {
    CustomHeadersConfig: { Items: { Header: string; Value: string; Override: boolean }[] };
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: unknown; Override: boolean };
      ReferrerPolicy: { ReferrerPolicy: string; Override: boolean };
      StrictTransportSecurity: {
        AccessControlMaxAgeSec: number;
        IncludeSubdomains: boolean;
        Override: boolean;
      };
      ContentTypeOptions: { Override: boolean };
    };
  };
  const { Items } = config.CustomHeadersConfig;
  const { ContentSecurityPolicy, ReferrerPolicy, StrictTransportSecurity, ContentTypeOptions } =
    config.SecurityHeadersConfig;
  for (const { Override } of [
    ...Items,
    ContentSecurityPolicy,
    ReferrerPolicy,
    StrictTransportSecurity,
    ContentTypeOptions,
  ])
    assert.ok(Override);
  const { AccessControlMaxAgeSec, IncludeSubdomains } = StrictTransportSecurity;
  return {
    ...Object.fromEntries(Items.map(({ Header, Value }) => [Header, Value])),
    'content-security-policy': textOf(ContentSecurityPolicy.ContentSecurityPolicy),
    'referrer-policy': ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${String(AccessControlMaxAgeSec)}${IncludeSubdomains ? '; includeSubDomains' : ''}`,
    'x-content-type-options': 'nosniff',
  };
}

/** A text, also where CloudFormation joins it; what it fills in is written as JSON. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const [, parts] = (value as { 'Fn::Join': [string, unknown[]] })['Fn::Join'];
  return parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join('');
}
