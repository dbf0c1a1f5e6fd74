import { Stack } from 'aws-cdk-lib';
import type { App, StackProps } from 'aws-cdk-lib';
import type { PeoplePool } from '../identity/people-pool.ts';
import type { ServicesPool } from '../identity/services-pool.ts';
import type { DeploymentSettings } from '../settings.ts';

/** What the news stack is made from. */
export interface NewsStackProps extends StackProps {
  settings: DeploymentSettings;
  people: PeoplePool;
  services: ServicesPool | undefined;
}

/** An API's host, and the path below which it answers there and on the app's origin. */
export interface DeployedApi {
  /** `/api` or `/services` */
  path: string;
  /** `abc123.execute-api.eu-west-1.amazonaws.com` */
  host: string;
}

/** The table, the functions and the APIs from the contracts. */
export class NewsStack extends Stack {
  readonly apis: readonly DeployedApi[];

  constructor(scope: App, id: string, { settings, people, services, ...props }: NewsStackProps) {
    super(scope, id, { ...props, description: 'Presspass: table, functions and APIs' });
    this.apis = [
      { path: '/api', host: `placeholder.execute-api.${settings.region}.amazonaws.com` },
    ];
  }
}
