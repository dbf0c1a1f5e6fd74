import { Stack } from 'aws-cdk-lib';
import type { App, StackProps } from 'aws-cdk-lib';
import type { DeploymentSettings } from '../settings.ts';
import { PeoplePool } from './people-pool.ts';
import { ServicesPool } from './services-pool.ts';

/** What the identity stack is made from. */
export interface IdentityStackProps extends StackProps {
  settings: DeploymentSettings;
}

/** Who there is: the people pool, and the services pool where there are machines. */
export class IdentityStack extends Stack {
  readonly people: PeoplePool;
  readonly services: ServicesPool | undefined;

  constructor(scope: App, id: string, { settings, ...props }: IdentityStackProps) {
    super(scope, id, {
      ...props,
      description: 'Presspass: user pools, app clients, groups and scopes',
    });
    this.people = new PeoplePool(this, 'People', settings);
    this.services =
      settings.machines.length > 0 ? new ServicesPool(this, 'Services', settings) : undefined;
  }
}
