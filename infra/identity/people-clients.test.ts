import type { Template } from 'aws-cdk-lib/assertions';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { peopleClients } from '../../contract/identities.ts';
import { everyPairOfSettings } from '../testing/every-pair-of-settings.ts';
import { synthesised } from '../testing/synthesis.ts';
import { appClients, onlyCognito } from '../testing/user-pool-resources.ts';

type Properties = Readonly<Record<string, unknown>>;

const appOrigin = 'https://d111.cloudfront.net';
const names = ['presspass-web', 'presspass-cli', 'sign-in-api'];
const unknown = synthesised().identity;
const known = synthesised({ appOrigin }).identity;
const everywhere = everyPairOfSettings().map(
  (context) => synthesised({ ...context, machines: 'none' }).identity,
);

/** One property of each app client, by name. */
function each(template: Template, property: string): Properties {
  return Object.fromEntries(
    [...appClients(template)].map(([name, { properties }]) => [name, properties[property]]),
  );
}

/** Whatever the settings are. */
function everyClientHas(properties: Properties): void {
  for (const template of everywhere) {
    for (const [property, value] of Object.entries(properties)) {
      const wanted = Object.fromEntries(names.map((name) => [name, value]));
      assert.deepEqual(each(template, property), wanted, property);
    }
  }
}

const ofContract = (
  read: (client: (typeof peopleClients)[keyof typeof peopleClients]) => unknown,
) =>
  Object.fromEntries(Object.entries(peopleClients).map(([name, client]) => [name, read(client)]));

describe('the app clients of people, whatever the settings', () => {
  it('have a secret where the contract says so: the browser and the terminal cannot keep one', () => {
    const wanted = ofContract(({ hasSecret }) => hasSecret);
    for (const template of everywhere) assert.deepEqual(each(template, 'GenerateSecret'), wanted);
  });

  it('sign in by the flows of the contract and no other', () => {
    const wanted = ofContract(({ authFlows }) => authFlows);
    for (const template of everywhere)
      assert.deepEqual(each(template, 'ExplicitAuthFlows'), wanted);
  });

  it('do not tell who has an account', () => {
    everyClientHas({ PreventUserExistenceErrors: 'ENABLED' });
  });

  it('can have their tokens revoked, which last an hour, and thirty days for new ones', () => {
    everyClientHas({
      EnableTokenRevocation: true,
      AccessTokenValidity: 60,
      IdTokenValidity: 60,
      RefreshTokenValidity: 30 * 24 * 60,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
    });
  });

  it("rotate refresh tokens where it is the browser's, with ten seconds of grace", () => {
    for (const template of everywhere) {
      assert.deepEqual(each(template, 'RefreshTokenRotation'), {
        'presspass-web': { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
        'presspass-cli': undefined,
        'sign-in-api': undefined,
      });
    }
  });

  it('read and write a name and an address, and nobody writes that theirs is verified', () => {
    everyClientHas({
      ReadAttributes: ['email', 'email_verified', 'name'],
      WriteAttributes: ['email', 'name'],
    });
  });

  it('know the people of this pool only', () => {
    everyClientHas({ SupportedIdentityProviders: ['COGNITO'] });
  });
});

describe("sign-in at the pool's domain", () => {
  it('is off until it is known where the app is', () => {
    for (const { properties } of appClients(unknown).values()) {
      assert.equal(properties['AllowedOAuthFlowsUserPoolClient'], false);
      for (const name of ['AllowedOAuthFlows', 'AllowedOAuthScopes', 'CallbackURLs', 'LogoutURLs'])
        assert.equal(properties[name], undefined, name);
    }
    unknown.resourceCountIs('AWS::Cognito::ManagedLoginBranding', 0);
  });

  it("is the browser's only, by authorization code, and leads back to the app only", () => {
    const none = { 'presspass-cli': undefined, 'sign-in-api': undefined };
    assert.deepEqual(each(known, 'AllowedOAuthFlowsUserPoolClient'), {
      'presspass-web': true,
      'presspass-cli': false,
      'sign-in-api': false,
    });
    assert.deepEqual(each(known, 'AllowedOAuthFlows'), { 'presspass-web': ['code'], ...none });
    assert.deepEqual(each(known, 'AllowedOAuthScopes'), {
      'presspass-web': ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
      ...none,
    });
    assert.deepEqual(each(known, 'CallbackURLs'), {
      'presspass-web': [`${appOrigin}/sign-in`],
      ...none,
    });
    assert.deepEqual(each(known, 'LogoutURLs'), { 'presspass-web': [`${appOrigin}/`], ...none });
  });

  it('has a page: there is none for an app client without a style', () => {
    known.hasResourceProperties('AWS::Cognito::UserPoolDomain', { ManagedLoginVersion: 2 });
    const { properties } = onlyCognito(known, 'ManagedLoginBranding');
    assert.deepEqual(properties['ClientId'], { Ref: appClients(known).get('presspass-web')?.id });
    assert.equal(properties['UseCognitoProvidedValues'], true);
  });
});
