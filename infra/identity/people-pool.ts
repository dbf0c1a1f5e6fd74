import { Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  ManagedLoginVersion,
  Mfa,
  UserPool,
} from 'aws-cdk-lib/aws-cognito';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { adminGroup } from '../../contract/identities.ts';
import type { DeploymentSettings } from '../settings.ts';
import { mailFrom } from './mail-sender.ts';
import { addPeopleClients, secretOf } from './people-clients.ts';
import type { PeopleClients } from './people-clients.ts';
import { addPoolDomain } from './pool-domain.ts';
import { passwordRules, protection } from './pool-settings.ts';
import { planOf, watchRisks } from './threat-protection.ts';
import { waysIn } from './ways-in.ts';

/** The pool of readers and editors, with its app clients, its group and its domain. */
export class PeoplePool extends Construct {
  readonly pool: UserPool;
  /** By name. */
  readonly clients: PeopleClients;
  /** The domain's host, `presspass-1a2b3c4d.auth.eu-west-1.amazoncognito.com`. */
  readonly domain: string;
  /** The secret of the app client `sign-in-api`, for the one function that signs people in. */
  readonly signInSecret: Secret;

  constructor(scope: Construct, id: string, settings: DeploymentSettings) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: `${Stack.of(this).stackName}-people`,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      autoVerify: { email: true },
      userVerification: {
        emailSubject: 'Your code for Presspass',
        emailBody: 'Your verification code for Presspass is {####}.',
      },
      // The old address stays until the new one has answered: a typo locks nobody out, and a stolen session moves no account.
      keepOriginal: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: passwordRules,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      ...waysIn(settings),
      ...mailFrom(settings),
      ...planOf(settings),
      ...protection(settings),
    });
    watchRisks(this.pool, settings);
    this.pool.addGroup('Admin', { ...adminGroup, groupName: adminGroup.name });
    this.clients = addPeopleClients(this.pool, settings);
    this.domain = addPoolDomain(this.pool, 'presspass', ManagedLoginVersion.NEWER_MANAGED_LOGIN);
    if (settings.appOrigin !== undefined) this.#dressLoginPage();
    this.signInSecret = this.#keepSignInSecret();
    this.#explain();
  }

  /**
   * Managed login shows "Login pages unavailable" to an app client that has no style, be it Cognito's own:
   * https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-branding.html
   */
  #dressLoginPage(): void {
    new CfnManagedLoginBranding(this, 'LoginPage', {
      userPoolId: this.pool.userPoolId,
      clientId: this.clients['presspass-web'].userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }

  /** Handed on in Secrets Manager, since what one stack takes from another shows among the outputs. */
  #keepSignInSecret(): Secret {
    const secret = new Secret(this, 'SignInSecret', {
      description: 'The secret of the app client sign-in-api',
      secretStringValue: secretOf(this.clients['sign-in-api']),
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SMG4',
      reason: 'Cognito makes this secret, and does not change it: a new one is a new app client.',
    });
    return secret;
  }

  #explain(): void {
    Validations.of(this.pool).acknowledge({
      id: 'AwsSolutions::AwsSolutions-COG2',
      reason:
        'An authenticator app is offered, not forced, on readers of a newspaper; and a pool that forces one allows no e-mailed codes.',
    });
  }
}
