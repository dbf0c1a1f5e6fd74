import assert from 'node:assert/strict';
import {
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  DescribeResourceServerCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  ListUserPoolClientsCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Check } from '../check.ts';
import { basic, postForm } from '../clients/plain-oauth.ts';
import { refusal } from '../clients/refusal.ts';
import { call } from '../house/api.ts';
import { claimsOf } from '../house/jwt.ts';
import { throughSdk } from './through.ts';

/** How the machines’ pool and its app clients are set up. */
export const servicesPool: Check[] = [
  ...throughSdk(
    {
      rows: ['0-3', '0-4', '0-5'],
      title: 'the services pool: no sign-up, nothing required or verified',
    },
    async (sdk, house) => {
      const UserPoolId = house.about.pools.services;
      const { UserPool } = await sdk.send(new DescribeUserPoolCommand({ UserPoolId }));
      assert.equal(UserPool?.AdminCreateUserConfig?.AllowAdminCreateUserOnly, true);
      assert.deepEqual(UserPool.AutoVerifiedAttributes ?? [], []);
      const required = UserPool.SchemaAttributes?.filter((it) => it.Required && it.Name !== 'sub');
      assert.deepEqual(required, []);
    },
  ),
  ...throughSdk(
    { rows: ['0-8', '1-3', '1-4'], title: 'the resource server and its scopes' },
    async (sdk, house) => {
      const input = { UserPoolId: house.about.pools.services, Identifier: 'weather-api' };
      const { ResourceServer } = await sdk.send(new DescribeResourceServerCommand(input));
      assert.equal(ResourceServer?.Name, 'Weather API Resource Server');
      const byName = Object.fromEntries(
        (ResourceServer.Scopes ?? []).map(
          (it) => [it.ScopeName ?? '', it.ScopeDescription] as const,
        ),
      );
      assert.deepEqual(byName, {
        post: 'Create weather events',
        get: 'Retrieve weather events',
        delete: 'Delete a weather event',
      });
    },
  ),
  ...throughSdk(
    { rows: ['0-6', '0-9', '1-5'], title: 'the app client of the weather' },
    async (sdk, house) => {
      const app = house.machine('weather');
      const input = { UserPoolId: house.about.pools.services, ClientId: app.id };
      const { UserPoolClient: it } = await sdk.send(new DescribeUserPoolClientCommand(input));
      assert.equal(it?.ClientSecret, app.secret);
      assert.deepEqual(it.AllowedOAuthFlows, ['client_credentials']);
      assert.equal(it.AllowedOAuthFlowsUserPoolClient, true);
      assert.deepEqual(it.ExplicitAuthFlows ?? [], []);
      const scopes = [...(it.AllowedOAuthScopes ?? [])].sort();
      assert.deepEqual(scopes, ['weather-api/get', 'weather-api/post']);
      assert.equal(claimsOf(await house.machineToken('weather'))['token_use'], 'access');
    },
  ),
  ...throughSdk(
    { rows: ['1-18'], title: 'a secret stays what it is when its client is changed' },
    async (sdk, house) => {
      const UserPoolId = house.about.pools.services;
      const created = await sdk.send(
        new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'short', GenerateSecret: true }),
      );
      const { ClientId, ClientSecret } = created.UserPoolClient ?? {};
      assert.ok(ClientSecret);
      const changed = { UserPoolId, ClientId, ClientName: 'renamed', ClientSecret: 'mine' };
      const updated = await sdk.send(new UpdateUserPoolClientCommand(changed));
      assert.equal(updated.UserPoolClient?.ClientSecret, ClientSecret);
    },
  ),
  ...throughSdk(
    {
      rows: ['1-19', '1-20'],
      title: 'a deleted client gets no more tokens, and those that it has last',
    },
    async (sdk, house) => {
      const UserPoolId = house.about.pools.services;
      const list = await sdk.send(new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 60 }));
      const names = list.UserPoolClients?.map(({ ClientName }) => ClientName) ?? [];
      for (const name of ['wire', 'weather', 'hello']) assert.ok(names.includes(name), name);
      const created = await sdk.send(
        new CreateUserPoolClientCommand({
          UserPoolId,
          ClientName: 'soon gone',
          GenerateSecret: true,
          AllowedOAuthFlows: ['client_credentials'],
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthScopes: ['hello/read'],
        }),
      );
      const { ClientId = '', ClientSecret = '' } = created.UserPoolClient ?? {};
      const form = { grant_type: 'client_credentials' };
      const who = basic({ id: ClientId, secret: ClientSecret });
      const issued = await postForm(house, '/oauth2/token', form, who);
      const { access_token: token } = (await issued.json()) as { access_token: string };
      await sdk.send(new DeleteUserPoolClientCommand({ UserPoolId, ClientId }));
      const refused = await postForm(house, '/oauth2/token', form, who);
      assert.deepEqual([refused.status, await refused.json()], [400, { error: 'invalid_client' }]);
      assert.equal((await call(house, '/services/hello', { token })).status, 200);
    },
  ),
  ...throughSdk(
    {
      rows: ['client-needs-secret', 'client-needs-scopes'],
      title: 'what an app client may not be',
    },
    async (sdk, house) => {
      const input = {
        UserPoolId: house.about.pools.services,
        ClientName: 'impossible',
        AllowedOAuthFlows: ['client_credentials' as const],
        AllowedOAuthFlowsUserPoolClient: true,
      };
      const withScopes = { ...input, AllowedOAuthScopes: ['hello/read'] };
      assert.equal(
        await refusal(sdk.send(new CreateUserPoolClientCommand(withScopes))),
        'InvalidOAuthFlowException: client_credentials flow can not be selected if client does not have a client secret.',
      );
      assert.equal(
        await refusal(
          sdk.send(new CreateUserPoolClientCommand({ ...input, GenerateSecret: true })),
        ),
        'InvalidParameterException: AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
      );
    },
  ),
];
