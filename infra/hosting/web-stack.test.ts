import { Match } from 'aws-cdk-lib/assertions';
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { synthesisedWeb } from '../testing/web-template.ts';

const { template } = synthesisedWeb();
const production = synthesisedWeb({ environment: 'production' }).template;
const ownName = synthesisedWeb({
  domain: 'news.example.org',
  certificate: 'arn:aws:acm:us-east-1:111122223333:certificate/0123abcd',
  hostedZone: 'Z0123456789ABCDEFGHIJ',
}).template;

suite('the bucket of the files', () => {
  test('is closed to everybody, and speaks TLS only', () => {
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: Match.anyValue(),
    });
    template.allResourcesProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 's3:*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      },
    });
  });

  test('is read by this distribution alone', () => {
    const allowed = Object.values(production.findResources('AWS::S3::BucketPolicy'))
      .flatMap(
        ({ Properties }) =>
          (Properties as { PolicyDocument: { Statement: Record<string, unknown>[] } })
            .PolicyDocument.Statement,
      )
      .filter(({ Effect }) => Effect === 'Allow');
    const [first, ...more] = allowed;
    assert.ok(first);
    assert.deepEqual(more, []);
    assert.deepEqual(first['Principal'], { Service: 'cloudfront.amazonaws.com' });
    assert.deepEqual(first['Action'], ['s3:GetObject', 's3:ListBucket']);
    const [distribution = ''] = Object.keys(
      production.findResources('AWS::CloudFront::Distribution'),
    );
    assert.match(
      JSON.stringify(first['Condition']),
      new RegExp(`"AWS:SourceArn".*:distribution/",\\{"Ref":"${distribution}"\\}`),
    );
    production.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
      OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' },
    });
  });

  test('outlives its stack in production, and goes with it elsewhere', () => {
    production.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Retain' });
    template.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Delete' });
    template.resourceCountIs('Custom::S3AutoDeleteObjects', 2);
    production.resourceCountIs('Custom::S3AutoDeleteObjects', 0);
  });
});

suite('the distribution', () => {
  test('speaks HTTP/3 and IPv6, and writes a log that ends after 30 days', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        HttpVersion: 'http2and3',
        IPV6Enabled: true,
        DefaultRootObject: Match.absent(),
        Logging: { IncludeCookies: false },
      },
    });
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: [Match.objectLike({ ExpirationInDays: 30, Status: 'Enabled' })],
      },
    });
  });

  test('has its own name, with TLS 1.2 and later, and both kinds of address', () => {
    ownName.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['news.example.org'],
        ViewerCertificate: {
          AcmCertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/0123abcd',
          MinimumProtocolVersion: 'TLSv1.2_2021',
          SslSupportMethod: 'sni-only',
        },
      },
    });
    for (const Type of ['A', 'AAAA']) {
      ownName.hasResourceProperties('AWS::Route53::RecordSet', {
        Type,
        Name: 'news.example.org.',
        HostedZoneId: 'Z0123456789ABCDEFGHIJ',
      });
    }
    template.resourceCountIs('AWS::Route53::RecordSet', 0);
  });

  test('says where the app is', () => {
    ownName.hasOutput('Address', { Value: 'https://news.example.org' });
    const [distribution = ''] = Object.keys(
      template.findResources('AWS::CloudFront::Distribution'),
    );
    template.hasOutput('Address', {
      Value: { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': [distribution, 'DomainName'] }]] },
    });
    template.hasOutput('DistributionId', { Value: { Ref: distribution } });
    template.hasOutput('FilesBucket', {});
  });

  test('shares no name with that of another environment or region', () => {
    for (const [type, name] of [
      ['AWS::CloudFront::CachePolicy', 'CachePolicyConfig'],
      ['AWS::CloudFront::ResponseHeadersPolicy', 'ResponseHeadersPolicyConfig'],
    ] as const) {
      template.allResourcesProperties(type, {
        [name]: { Name: Match.stringLikeRegexp('^presspass-web-eu-west-1-') },
      });
    }
    template.allResourcesProperties('AWS::CloudFront::Function', {
      Name: Match.stringLikeRegexp('^presspass-web-eu-west-1-'),
    });
  });
});
