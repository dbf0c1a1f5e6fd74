import { Stack } from 'aws-cdk-lib';
import type { App, StackProps } from 'aws-cdk-lib';
import type { PeoplePool } from '../identity/people-pool.ts';
import type { DeployedApi } from '../news/deployed-api.ts';
import type { DeploymentSettings } from '../settings.ts';

/** What the web stack is made from. */
export interface WebStackProps extends StackProps {
  settings: DeploymentSettings;
  people: PeoplePool;
  apis: readonly DeployedApi[];
}

/** The app's files in S3, and CloudFront, which serves them and the APIs at one origin. */
export class WebStack extends Stack {
  constructor(scope: App, id: string, { settings, people, apis, ...props }: WebStackProps) {
    super(scope, id, { ...props, description: 'Presspass: the app and its origin' });
  }
}
