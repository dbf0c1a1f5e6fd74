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
import { refusesGrant } from '../clients/oauth-refusal.ts';
import { basic, postForm } from '../clients/plain-oauth.ts';
import { refusal } from '../clients/refusal.ts';
import { call, expectMessage } from '../house/api.ts';
import { claimsOf } from '../house/jwt.ts';
import { through, throughOAuthClients, throughSdk } from './through.ts';

/** The articles' machines: the greeting and the weather, and how their pool is set up. */
export const machines: Check[] = [
  ...throughOAuthClients(
    {
      rows: [
        '0-7',
        '0-9',
        '0-13',
        '0-14',
        '0-15',
        '1-12',
        'token-client-credentials',
        'token-form',
      ],
      title: 'gets a token with the secret in the header and in the form, and is greeted',
    },
    async (kind, house) => {
      for (const place of ['basic', 'post'] as const) {
        const client = await kind.open(house, 'services', house.machine('hello'), place);
        const answer = await client.clientCredentials();
        assert.deepEqual(Object.keys(answer).sort(), ['access_token', 'expires_in', 'token_type']);
        assert.equal(answer['expires_in'], 3600);
        // openid-client and oauth4webapi write it small, whatever arrives.
        assert.match(String(answer['token_type']), /^bearer$/i);
        const token = `Bearer ${String(answer['access_token'])}`;
        const greeting = await call(house, '/services/hello', { token });
        assert.deepEqual([greeting.status, greeting.json], [200, { message: 'Hello!' }]);
      }
    },
  ),
  ...through(
    'fetch',
    { rows: ['0-13'], title: 'the answer’s token_type is Bearer, to the letter' },
    async (house) => {
      const app = house.machine('hello');
      const form = { grant_type: 'client_credentials' };
      const answer = await postForm(house, '/oauth2/token', form, basic(app));
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
      const body = (await answer.json()) as Record<string, unknown>;
      assert.deepEqual(Object.keys(body).sort(), ['access_token', 'expires_in', 'token_type']);
      assert.equal(body['token_type'], 'Bearer');
    },
  ),
  ...throughOAuthClients(
    {
      rows: ['1-13', 'token-all-scopes', 'claims-machine'],
      title: 'no scope asked for: all of the client’s, and not delete',
    },
    async (kind, house) => {
      const app = house.machine('weather');
      const client = await kind.open(house, 'services', app);
      const claims = claimsOf(String((await client.clientCredentials())['access_token']));
      const scopes = String(claims['scope']).split(' ').sort();
      assert.deepEqual(scopes, ['weather-api/get', 'weather-api/post']);
      assert.equal(claims['sub'], app.id);
      assert.equal(claims['client_id'], app.id);
      assert.equal(claims['token_use'], 'access');
      assert.equal(claims['version'], 2);
      for (const name of ['username', 'cognito:groups', 'aud']) assert.ok(!(name in claims), name);
    },
  ),
  ...throughOAuthClients(
    { rows: ['1-14', '1-15', '1-16'], title: 'one scope asked for: it posts and does not get' },
    async (kind, house) => {
      const client = await kind.open(house, 'services', house.machine('weather'));
      const answer = await client.clientCredentials('weather-api/post');
      const token = String(answer['access_token']);
      assert.equal(claimsOf(token)['scope'], 'weather-api/post');
      expectMessage(await call(house, '/services/weather', { token }), 401, 'Unauthorized');
      const posted = await call(house, '/services/weather', { method: 'POST', token });
      assert.deepEqual([posted.status, posted.json], [200, { message: 'success' }]);
    },
  ),
  ...throughOAuthClients(
    { rows: ['1-17', 'token-foreign-scope'], title: 'a scope that the client lacks' },
    async (kind, house) => {
      const client = await kind.open(house, 'services', house.machine('weather'));
      await refusesGrant(client.clientCredentials('weather-api/delete'), '400 invalid_grant');
    },
  ),
  ...through(
    'fetch',
    { rows: ['1-9', '1-10', '1-11'], title: 'the weather, word for word' },
    async (house) => {
      const token = await house.machineToken('weather');
      const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
      const read = await call(house, '/services/weather', { token, headers });
      assert.equal(read.status, 200);
      assert.match(read.headers.get('content-type') ?? '', /^application\/json/);
      const name = 'Storms Dudley, Eunice and Franklin';
      assert.deepEqual(read.json, {
        events: [
          { name, dateStart: '2022-02-16', dateEnd: '2022-02-21' },
          { name: 'Storms Malik and Corrie', dateStart: '2022-01-29', dateEnd: '2022-01-31' },
        ],
      });
      const request = { method: 'POST', token, headers, body: '{"anything":1}' };
      assert.deepEqual((await call(house, '/services/weather', request)).json, {
        message: 'success',
      });
    },
  ),
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
  ...through(
    'fetch',
    { rows: ['1-24', '2-7'], title: 'what the browser is told holds no secret' },
    async (house) => {
      const { text, status } = await call(house, '/amplify_outputs.json');
      assert.equal(status, 200);
      const secrets = Object.values(house.about.clients).flatMap(({ secret = [] }) => secret);
      assert.ok(secrets.length > 0);
      for (const secret of secrets) assert.ok(!text.includes(secret));
      assert.equal(house.client('presspass-web').secret, undefined);
    },
  ),
];
