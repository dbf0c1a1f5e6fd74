import { RemovalPolicy } from 'aws-cdk-lib';
import type { BucketProps } from 'aws-cdk-lib/aws-s3';
import type { DeploymentSettings } from '../settings.ts';

/** What becomes of a bucket when its stack goes: kept in production, emptied and deleted elsewhere. */
export function bucketRemoval({
  environment,
}: DeploymentSettings): Pick<BucketProps, 'removalPolicy' | 'autoDeleteObjects'> {
  return environment === 'production'
    ? { removalPolicy: RemovalPolicy.RETAIN }
    : { removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true };
}
