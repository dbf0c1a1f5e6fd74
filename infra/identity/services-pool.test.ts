import { Stack } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { machines, resourceServers } from '../../contract/identities.ts';
import { settingsFrom } from '../settings.ts';
import { synthesised } from '../testing/synthesis.ts';
import { appClients, cognito } from '../testing/user-pool-resources.ts';
import type { Resource } from '../testing/user-pool-resources.ts';
import { WrongDefinition } from '../wrong-definition.ts';
import { ServicesPool } from './services-pool.ts';

const identity = (context: Readonly<Record<string, string>>): Template =>
  synthesised(context).identity;
const all = identity({ machines: 'all' });
const everywhere = [
  all,
  identity({ machines: 'all', environment: 'production', plan: 'plus' }),
  identity({ machines: 'all', appOrigin: 'https://d111.cloudfront.net', gateway: 'http' }),
];

/** The pool that is not the people's. */
function servicesPool(template: Template): Resource {
  const pool = cognito(template, 'UserPool').find(
    ({ properties }) => properties['UsernameAttributes'] === undefined,
  );
  assert.ok(pool);
  return pool;
}

const machineNames = Object.keys(machines) as (keyof typeof machines)[];

describe('the services pool', () => {
  it('is not there without machines', () => {
    const template = identity({ machines: 'none' });
    template.resourceCountIs('AWS::Cognito::UserPool', 1);
    template.resourceCountIs('AWS::Cognito::UserPoolResourceServer', 0);
    template.resourceCountIs('AWS::Cognito::UserPoolDomain', 1);
  });

  it('takes nobody in, sends nothing and gives nothing back', () => {
    for (const template of everywhere) {
      const { properties } = servicesPool(template);
      assert.deepEqual(properties['AdminCreateUserConfig'], { AllowAdminCreateUserOnly: true });
      assert.equal(properties['AutoVerifiedAttributes'], undefined);
      assert.equal(properties['SmsConfiguration'], undefined);
      const mechanisms = [{ Name: 'admin_only', Priority: 1 }];
      assert.deepEqual(properties['AccountRecoverySetting'], { RecoveryMechanisms: mechanisms });
    }
  });

  it('is kept and cannot be deleted in production, and goes with its stack in development', () => {
    const kept = { DeletionPolicy: 'Retain', Properties: { DeletionProtection: 'ACTIVE' } };
    identity({ machines: 'all', environment: 'production' }).allResources(
      'AWS::Cognito::UserPool',
      kept,
    );
    const goes = { DeletionPolicy: 'Delete', Properties: { DeletionProtection: 'INACTIVE' } };
    all.allResources('AWS::Cognito::UserPool', goes);
  });

  it('defines the scopes of the contract', () => {
    const pool = { Ref: servicesPool(all).id };
    assert.deepEqual(
      cognito(all, 'UserPoolResourceServer').map(({ properties }) => properties),
      resourceServers.map(({ identifier, name, scopes }) => ({
        UserPoolId: pool,
        Identifier: identifier,
        Name: name,
        Scopes: scopes.map((scope) => ({
          ScopeName: scope.name,
          ScopeDescription: scope.description,
        })),
      })),
    );
  });

  it('has a domain of its own, where machines fetch tokens', () => {
    const pools = cognito(all, 'UserPoolDomain').map(({ properties }) => properties['UserPoolId']);
    assert.equal(pools.length, 2);
    assert.deepEqual(pools[1], { Ref: servicesPool(all).id });
  });
});

describe('a machine', () => {
  for (const name of machineNames) {
    it(`has a secret, its own scopes and no other way in: ${name}`, () => {
      for (const template of everywhere) {
        const properties = appClients(template).get(name)?.properties ?? {};
        assert.deepEqual(properties['UserPoolId'], { Ref: servicesPool(template).id });
        assert.equal(properties['GenerateSecret'], true);
        assert.deepEqual(properties['AllowedOAuthFlows'], ['client_credentials']);
        assert.deepEqual(properties['AllowedOAuthScopes'], machines[name].scopes);
        assert.deepEqual(properties['ExplicitAuthFlows'], ['ALLOW_REFRESH_TOKEN_AUTH']);
        assert.equal(properties['CallbackURLs'], undefined);
        assert.equal(properties['AccessTokenValidity'], 60);
        assert.equal(properties['EnableTokenRevocation'], true);
        assert.equal(properties['PreventUserExistenceErrors'], 'ENABLED');
      }
    });
  }

  it('may post and get weather, but not delete it, though that scope is there', () => {
    const scopes = appClients(all).get('weather')?.properties['AllowedOAuthScopes'];
    assert.deepEqual(scopes, ['weather-api/post', 'weather-api/get']);
  });

  it('is there only when the settings name it', () => {
    const clients = [...appClients(identity({ machines: 'wire' })).keys()];
    assert.deepEqual(clients, ['presspass-web', 'presspass-cli', 'sign-in-api', 'wire']);
  });

  it('comes after the scopes that it has', () => {
    const servers = cognito(all, 'UserPoolResourceServer').map(({ id }) => id);
    const wire = appClients(all).get('wire');
    assert.deepEqual(wire?.dependsOn.toSorted(), servers.toSorted());
  });
});

describe('a machine with a scope that no resource server defines', () => {
  const build = (wanted: string): ServicesPool => {
    const settings = settingsFrom({ machines: 'weather' }, {});
    const weather = { scopes: ['weather-api/get', wanted] };
    return new ServicesPool(new Stack(), 'Services', settings, {
      machines: { ...machines, weather },
      resourceServers,
    });
  };

  for (const wanted of [
    'weather-api/guess',
    'news/get',
    'get',
    'weather-api',
    'weather-api/get/',
  ]) {
    it(`fails at synthesis, which names both: ${wanted}`, () => {
      assert.throws(() => build(wanted), {
        constructor: WrongDefinition,
        message: new RegExp(
          `^The machine weather wants the scope ${wanted}, which no .* news/write, `,
        ),
      });
    });
  }

  it('may be given one that is there', () => {
    assert.doesNotThrow(() => build('weather-api/delete'));
  });
});
