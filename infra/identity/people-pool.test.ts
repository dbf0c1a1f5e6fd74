import type { Template } from 'aws-cdk-lib/assertions';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { everyPairOfSettings } from '../testing/every-pair-of-settings.ts';
import { resourcesOf } from '../testing/resources.ts';
import { synthesised } from '../testing/synthesis.ts';
import { appClients, onlyCognito } from '../testing/user-pool-resources.ts';

const appOrigin = 'https://d111.cloudfront.net';
const identity = (context: Readonly<Record<string, string>> = {}): Template =>
  synthesised(context).identity;
const small = identity();
const production = identity({ environment: 'production' });
/** Every combination, as far as the people pool can tell them apart: without the other pool. */
const everywhere = everyPairOfSettings().map((context) =>
  identity({ ...context, machines: 'none' }),
);

const poolIn = (template: Template): Readonly<Record<string, unknown>> =>
  onlyCognito(template, 'UserPool').properties;

/** Whatever the settings are. */
function everyPoolHas(properties: Readonly<Record<string, unknown>>): void {
  for (const template of everywhere) {
    const pool = poolIn(template);
    for (const [name, value] of Object.entries(properties))
      assert.deepEqual(pool[name], value, name);
  }
}

describe('the people pool, whatever the settings', () => {
  it('knows people by their e-mail address, however they write it', () => {
    everyPoolHas({
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      AliasAttributes: undefined,
    });
  });

  it('lets everybody sign up', () => {
    everyPoolHas({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } });
  });

  it('verifies an address before it counts, the first and each later one', () => {
    everyPoolHas({
      AutoVerifiedAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      Schema: [{ Name: 'email', Required: true, Mutable: true }],
    });
  });

  it('asks for passwords as the contract has them', () => {
    for (const template of everywhere) {
      template.hasResourceProperties('AWS::Cognito::UserPool', {
        Policies: {
          PasswordPolicy: {
            MinimumLength: 8,
            RequireLowercase: true,
            RequireUppercase: true,
            RequireNumbers: true,
            RequireSymbols: true,
          },
        },
      });
    }
  });

  it('offers an authenticator app, and sends no text messages', () => {
    everyPoolHas({
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      SmsConfiguration: undefined,
    });
  });

  it('gives an account back by its verified address only', () => {
    const mechanisms = [{ Name: 'verified_email', Priority: 1 }];
    everyPoolHas({ AccountRecoverySetting: { RecoveryMechanisms: mechanisms } });
  });

  it('remembers no devices, and runs no code of ours while people sign in', () => {
    everyPoolHas({ DeviceConfiguration: undefined, LambdaConfig: undefined });
  });

  it('has the group of editors, which brings no role of AWS along', () => {
    for (const template of everywhere) {
      const { properties } = onlyCognito(template, 'UserPoolGroup');
      const { UserPoolId: poolId, ...group } = properties;
      assert.deepEqual(group, { GroupName: 'admin', Description: 'Editors', Precedence: 0 });
      assert.deepEqual(poolId, { Ref: onlyCognito(template, 'UserPool').id });
    }
  });
});

describe('the ways in', () => {
  const factorsOf = (template: Template): unknown =>
    (poolIn(template)['Policies'] as { SignInPolicy: { AllowedFirstAuthFactors: unknown } })
      .SignInPolicy.AllowedFirstAuthFactors;

  it('are passwords and e-mailed codes until it is known where the app is', () => {
    assert.deepEqual(factorsOf(small), ['PASSWORD', 'EMAIL_OTP']);
    assert.equal(poolIn(small)['WebAuthnRelyingPartyID'], undefined);
  });

  it('are passkeys as well once it is known, and they are for the name of the app', () => {
    const template = identity({ appOrigin });
    assert.deepEqual(factorsOf(template), ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN']);
    const pool = poolIn(template);
    assert.equal(pool['WebAuthnRelyingPartyID'], 'd111.cloudfront.net');
    assert.equal(pool['WebAuthnUserVerification'], 'preferred');
  });

  it('are passkeys for a domain of its own from the first deployment on', () => {
    const template = identity({
      domain: 'news.example.org',
      certificate: 'arn:aws:acm:us-east-1:111122223333:certificate/0123abcd',
      hostedZone: 'Z0123456789ABC',
    });
    assert.equal(poolIn(template)['WebAuthnRelyingPartyID'], 'news.example.org');
  });
});

describe('the plan', () => {
  it('is Essentials, where threat protection is not to be had', () => {
    assert.equal(poolIn(small)['UserPoolTier'], 'ESSENTIALS');
    assert.equal(poolIn(small)['UserPoolAddOns'], undefined);
    small.resourceCountIs('AWS::Cognito::UserPoolRiskConfigurationAttachment', 0);
  });

  it('is Plus with threat protection that acts', () => {
    const template = identity({ plan: 'plus' });
    assert.equal(poolIn(template)['UserPoolTier'], 'PLUS');
    assert.deepEqual(poolIn(template)['UserPoolAddOns'], { AdvancedSecurityMode: 'ENFORCED' });
    template.hasResourceProperties('AWS::Cognito::UserPoolRiskConfigurationAttachment', {
      ClientId: 'ALL',
      CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } },
      AccountTakeoverRiskConfiguration: {
        Actions: {
          MediumAction: { EventAction: 'MFA_IF_CONFIGURED' },
          HighAction: { EventAction: 'MFA_REQUIRED' },
        },
      },
    });
  });
});

describe('mails', () => {
  it('are sent by Cognito, unless an address is said', () => {
    assert.equal(poolIn(small)['EmailConfiguration'], undefined);
  });

  it('are sent from the address in SES, of the region of the pool', () => {
    const template = identity({ emailFrom: 'paper@example.org', region: 'eu-north-1' });
    const configuration = poolIn(template)['EmailConfiguration'] as Record<string, unknown>;
    const { SourceArn: source, ...others } = configuration;
    const from = 'Presspass <paper@example.org>';
    assert.deepEqual(others, { EmailSendingAccount: 'DEVELOPER', From: from });
    assert.match(JSON.stringify(source), /arn:aws:ses:eu-north-1:.*:identity\/paper@example\.org/);
  });
});

describe('what outlives the stack', () => {
  it('is the pool in production, which nobody deletes by a slip', () => {
    production.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { DeletionProtection: 'ACTIVE' },
    });
  });

  it('is nothing in development', () => {
    small.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Delete',
      Properties: { DeletionProtection: 'INACTIVE' },
    });
  });
});

describe('the secret of the sign-in function', () => {
  it('goes from Cognito to Secrets Manager, past the template', () => {
    const client = appClients(small).get('sign-in-api')?.id;
    const [secret, ...others] = resourcesOf(small, 'AWS::SecretsManager::Secret');
    assert.equal(others.length, 0);
    assert.deepEqual((secret?.properties as { SecretString: unknown }).SecretString, {
      'Fn::GetAtt': [client, 'ClientSecret'],
    });
  });
});
