import { RemovalPolicy } from 'aws-cdk-lib';
import type { DeploymentSettings } from './settings.ts';

/** What becomes of data when its stack goes: kept in production, deleted elsewhere. */
export const removalPolicyIn = ({
  environment,
}: Pick<DeploymentSettings, 'environment'>): RemovalPolicy =>
  environment === 'production' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
