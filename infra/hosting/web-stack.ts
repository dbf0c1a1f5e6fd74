import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { App, StackProps } from 'aws-cdk-lib';
import type { PeoplePool } from '../identity/people-pool.ts';
import type { DeployedApi } from '../news/deployed-api.ts';
import type { DeploymentSettings } from '../settings.ts';
import { appConfiguration } from './app-configuration.ts';
import { AppDistribution } from './app-distribution.ts';
import { appFilesBucket } from './app-files-bucket.ts';
import { AppUpload } from './app-upload.ts';
import { DomainRecords } from './domain-records.ts';
import { securityHeaders } from './security-headers.ts';

/** What the web stack is made from. */
export interface WebStackProps extends StackProps {
  settings: DeploymentSettings;
  people: PeoplePool;
  apis: readonly DeployedApi[];
  /** The ARN of the web ACL before it all. */
  firewall: string | undefined;
  /** The build of the app. */
  appFolder: string;
}

/** The app's files in S3, and CloudFront, which serves them and the APIs at one origin. */
export class WebStack extends Stack {
  constructor(
    scope: App,
    id: string,
    { settings, people, apis, firewall, appFolder, ...props }: WebStackProps,
  ) {
    super(scope, id, { ...props, description: 'Presspass: the app and its origin' });
    const files = appFilesBucket(this, settings);
    const configuration = appConfiguration(people, settings);
    new AppUpload(this, 'Upload', { bucket: files, folder: appFolder, configuration });
    const { distribution } = new AppDistribution(this, 'Origin', {
      settings,
      files,
      apis,
      headers: securityHeaders({ region: settings.region, domain: people.domain }),
      firewall,
    });
    if (settings.domain) new DomainRecords(this, 'Domain', settings.domain, distribution);
    const address = settings.domain?.name ?? distribution.distributionDomainName;
    new CfnOutput(this, 'Address', { value: `https://${address}` });
    new CfnOutput(this, 'DistributionId', { value: distribution.distributionId });
    new CfnOutput(this, 'FilesBucket', { value: files.bucketName });
  }
}
