import { Duration, SecretValue } from 'aws-cdk-lib';
import { ClientAttributes, OAuthScope } from 'aws-cdk-lib/aws-cognito';
import type {
  CfnUserPoolClient,
  UserPool,
  UserPoolClient,
  UserPoolClientOptions,
} from 'aws-cdk-lib/aws-cognito';
import { managedLoginPaths, peopleClients } from '../../contract/identities.ts';
import type { DeploymentSettings } from '../settings.ts';
import { commonClientOptions } from './client-options.ts';

type Name = keyof typeof peopleClients;

/** The app clients of the people pool, by name. */
export type PeopleClients = Readonly<Record<Name, UserPoolClient>>;

/** What the contract says about one of them. */
interface Definition {
  readonly hasSecret: boolean;
  readonly authFlows: readonly string[];
  readonly managedLogin?: { readonly scopes: readonly string[] };
  readonly refreshTokenRotation?: { readonly retryGracePeriodSeconds: number };
}

/** Adds those of the contract to the people pool. */
export function addPeopleClients(pool: UserPool, settings: DeploymentSettings): PeopleClients {
  const add = (name: Name): UserPoolClient => pool.addClient(name, optionsOf(name, settings));
  return {
    'presspass-web': add('presspass-web'),
    'presspass-cli': add('presspass-cli'),
    'sign-in-api': add('sign-in-api'),
  };
}

/** An app client's secret, as a reference that CloudFormation resolves: the template does not have it. */
export function secretOf(client: UserPoolClient): SecretValue {
  const resource = client.node.defaultChild as CfnUserPoolClient;
  return SecretValue.resourceAttribute(resource.attrClientSecret);
}

function optionsOf(name: Name, settings: DeploymentSettings): UserPoolClientOptions {
  const definition: Definition = peopleClients[name];
  const { hasSecret, authFlows, refreshTokenRotation: rotation } = definition;
  return {
    ...commonClientOptions,
    userPoolClientName: name,
    generateSecret: hasSecret,
    // ALLOW_REFRESH_TOKEN_AUTH is the CDK's to add, where refresh tokens do not rotate.
    authFlows: {
      userSrp: authFlows.includes('ALLOW_USER_SRP_AUTH'),
      user: authFlows.includes('ALLOW_USER_AUTH'),
      userPassword: authFlows.includes('ALLOW_USER_PASSWORD_AUTH'),
      adminUserPassword: authFlows.includes('ALLOW_ADMIN_USER_PASSWORD_AUTH'),
    },
    ...(rotation && {
      refreshTokenRotationGracePeriod: Duration.seconds(rotation.retryGracePeriodSeconds),
    }),
    ...managedLogin(definition, settings),
    readAttributes: new ClientAttributes().withStandardAttributes({
      email: true,
      emailVerified: true,
      fullname: true,
    }),
    // E-mail addresses are required, and what is required must be writable. Nobody says themselves that theirs is verified.
    writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, fullname: true }),
  };
}

/** Sign-in at the pool's domain, by authorization code only; off until it is known where the app is. */
function managedLogin(
  { managedLogin: login }: Definition,
  { appOrigin }: DeploymentSettings,
): UserPoolClientOptions {
  if (login === undefined || appOrigin === undefined) return { disableOAuth: true };
  return {
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: login.scopes.map((scope) => OAuthScope.custom(scope)),
      callbackUrls: [`${appOrigin}${managedLoginPaths.callback}`],
      logoutUrls: [`${appOrigin}${managedLoginPaths.logout}`],
    },
  };
}
