import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { refusesGrant } from '../clients/oauth-refusal.ts';
import { basic, postForm } from '../clients/plain-oauth.ts';
import { call, expectMessage } from '../house/api.ts';
import { claimsOf } from '../house/jwt.ts';
import { through, throughOAuthClients } from './through.ts';

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
