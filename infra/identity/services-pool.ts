import { Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
} from 'aws-cdk-lib/aws-cognito';
import type { UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { MachineName } from '../../contract/identities.ts';
import * as contract from '../../contract/identities.ts';
import { definedScopes, expectScopes } from '../defined-scopes.ts';
import type { DeploymentSettings } from '../settings.ts';
import { commonClientOptions } from './client-options.ts';
import { addPoolDomain } from './pool-domain.ts';
import { passwordRules, protection } from './pool-settings.ts';

/** What machines there are and what they may want. */
interface ServicesContract {
  readonly machines: Readonly<Record<MachineName, { readonly scopes: readonly string[] }>>;
  readonly resourceServers: readonly {
    readonly identifier: string;
    readonly name: string;
    readonly scopes: readonly { readonly name: string; readonly description: string }[];
  }[];
}

/** The pool of machines: no users, only app clients with a secret and scopes. */
export class ServicesPool extends Construct {
  readonly pool: UserPool;
  /** Those that the settings name. */
  readonly clients: ReadonlyMap<MachineName, UserPoolClient>;
  /** The host of the token endpoint, `presspass-services-1a2b3c4d.auth.eu-west-1.amazoncognito.com`. */
  readonly domain: string;

  /** Throws `WrongDefinition` when a machine wants what no resource server defines. */
  constructor(
    scope: Construct,
    id: string,
    settings: DeploymentSettings,
    { machines, resourceServers }: ServicesContract = contract,
  ) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: `${Stack.of(this).stackName}-services`,
      // Nobody signs in, so there is nothing that a dearer plan would add.
      featurePlan: FeaturePlan.LITE,
      selfSignUpEnabled: false,
      accountRecovery: AccountRecovery.NONE,
      passwordPolicy: passwordRules,
      mfa: Mfa.OFF,
      ...protection(settings),
    });
    const servers = this.#addResourceServers(resourceServers);
    const defined = definedScopes(resourceServers);
    this.clients = new Map(
      settings.machines.map((name) => {
        const { scopes } = machines[name];
        expectScopes(`The machine ${name}`, scopes, defined);
        return [name, this.#addMachine(name, scopes)];
      }),
    );
    for (const client of this.clients.values()) client.node.addDependency(...servers);
    this.domain = addPoolDomain(this.pool, 'presspass-services');
    this.#explain();
  }

  #addResourceServers(servers: ServicesContract['resourceServers']): Construct[] {
    return servers.map(({ identifier, name, scopes }) =>
      this.pool.addResourceServer(`${identifier}-scopes`, {
        identifier,
        userPoolResourceServerName: name,
        scopes: scopes.map(
          (scope) =>
            new ResourceServerScope({
              scopeName: scope.name,
              scopeDescription: scope.description,
            }),
        ),
      }),
    );
  }

  #addMachine(name: MachineName, scopes: readonly string[]): UserPoolClient {
    return this.pool.addClient(name, {
      ...commonClientOptions,
      userPoolClientName: name,
      generateSecret: true,
      // Said, since an app client of which nothing is said may sign users in with SRP.
      authFlows: { userSrp: false },
      oAuth: {
        flows: { clientCredentials: true },
        scopes: scopes.map((scope) => OAuthScope.custom(scope)),
      },
    });
  }

  #explain(): void {
    Validations.of(this.pool).acknowledge(
      {
        id: 'AwsSolutions::AwsSolutions-COG2',
        reason: 'There are no users here who could have a second factor: machines show a secret.',
      },
      {
        id: 'AwsSolutions::AwsSolutions-COG8',
        reason: 'Threat protection watches people sign in, and nobody signs in here.',
      },
    );
  }
}
