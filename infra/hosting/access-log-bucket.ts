import { Duration, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { DeploymentSettings } from '../settings.ts';
import { bucketRemoval } from './bucket-removal.ts';

/**
 * Where CloudFront leaves its log for 30 days. A line has the reader's IP address and the address that was asked for with its
 * query, which after a sign-up is an e-mail address; no cookies and no tokens.
 */
export function accessLogBucket(scope: Construct, settings: DeploymentSettings): Bucket {
  const bucket = new Bucket(scope, 'AccessLog', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    // CloudFront's standard log is delivered through an ACL, which only this allows:
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [{ expiration: Duration.days(30) }],
    ...bucketRemoval(settings),
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions::AwsSolutions-S1',
    reason: 'It is a log itself; a log of who reads it would need a bucket in its turn.',
  });
  return bucket;
}
