import { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { MachineName } from '../../contract/identities.ts';
import type { DeploymentSettings } from '../settings.ts';

/** The pool of machines: no users, only app clients with a secret and scopes. */
export class ServicesPool extends Construct {
  readonly pool: UserPool;
  /** Those that the settings name. */
  readonly clients: ReadonlyMap<MachineName, UserPoolClient>;

  constructor(scope: Construct, id: string, settings: DeploymentSettings) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool');
    this.clients = new Map(settings.machines.map((name) => [name, this.pool.addClient(name)]));
  }
}
