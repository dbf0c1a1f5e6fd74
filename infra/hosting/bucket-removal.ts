import { RemovalPolicy } from 'aws-cdk-lib';
import type { BucketProps } from 'aws-cdk-lib/aws-s3';
import { removalPolicyIn } from '../removal.ts';
import type { DeploymentSettings } from '../settings.ts';

/** What becomes of a bucket when its stack goes: kept in production, emptied and deleted elsewhere. */
export function bucketRemoval(
  settings: DeploymentSettings,
): Pick<BucketProps, 'removalPolicy' | 'autoDeleteObjects'> {
  const removalPolicy = removalPolicyIn(settings);
  return { removalPolicy, autoDeleteObjects: removalPolicy === RemovalPolicy.DESTROY };
}
