import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { App, StackProps } from 'aws-cdk-lib';
import type { DeploymentSettings } from '../settings.ts';
import { PeoplePool } from './people-pool.ts';
import { ServicesPool } from './services-pool.ts';

/** What the identity stack is made from. */
export interface IdentityStackProps extends StackProps {
  settings: DeploymentSettings;
}

/**
 * Who there is: the people pool, and the services pool where there are machines. Its outputs are the pools' ids and domains and
 * each app client's id (`PeoplePoolId`, `PeopleDomain`, `PresspassWebClientId`, `ServicesPoolId`, `WireClientId`, …), and no secret.
 */
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
    this.#tell('People', this.people, Object.entries(this.people.clients));
    if (this.services) this.#tell('Services', this.services, [...this.services.clients]);
  }

  #tell(
    name: string,
    { pool, domain }: Pick<PeoplePool, 'pool' | 'domain'>,
    clients: readonly (readonly [name: string, client: { userPoolClientId: string }])[],
  ): void {
    new CfnOutput(this, `${name}PoolId`, { value: pool.userPoolId });
    new CfnOutput(this, `${name}Domain`, { value: domain });
    for (const [client, { userPoolClientId }] of clients) {
      new CfnOutput(this, `${inPascalCase(client)}ClientId`, { value: userPoolClientId });
    }
  }
}

/** `sign-in-api` → `SignInApi`: names of outputs have no hyphens. */
function inPascalCase(name: string): string {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
