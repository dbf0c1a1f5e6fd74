import { UserPool } from 'aws-cdk-lib/aws-cognito';
import type { UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { peopleClients } from '../../contract/identities.ts';
import type { DeploymentSettings } from '../settings.ts';

/** The pool of readers and editors, with its app clients, its group and its domain. */
export class PeoplePool extends Construct {
  readonly pool: UserPool;
  /** By name. */
  readonly clients: Readonly<Record<keyof typeof peopleClients, UserPoolClient>>;
  /** The domain's host, `presspass-….auth.eu-west-1.amazoncognito.com`. */
  readonly domain: string;

  constructor(scope: Construct, id: string, settings: DeploymentSettings) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool');
    const client = (name: string): UserPoolClient => this.pool.addClient(name);
    this.clients = {
      'presspass-web': client('presspass-web'),
      'presspass-cli': client('presspass-cli'),
      'sign-in-api': client('sign-in-api'),
    };
    this.domain = `presspass.auth.${settings.region}.amazoncognito.com`;
  }
}
