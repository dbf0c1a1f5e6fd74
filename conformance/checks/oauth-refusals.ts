import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { refusesGrant } from '../clients/oauth-refusal.ts';
import { openidClient } from '../clients/openid-client.ts';
import { basic, postForm } from '../clients/plain-oauth.ts';
import { expectError } from '../clients/oauth-refusal.ts';
import { signedInByBrowser } from './hosted-sign-in.ts';
import type { House } from '../house/house.ts';
import { through, throughOAuthClients } from './through.ts';

/** What the OAuth endpoints refuse, in their words. */
export const oauthRefusals: Check[] = [
  ...throughOAuthClients(
    {
      rows: ['token-wrong-secret', 'token-unknown-client'],
      title: 'a wrong secret, and nobody’s id',
    },
    async (kind, house) => {
      const { id } = house.machine('hello');
      for (const app of [
        { id, secret: 'wrong' },
        { id: '0nobody0000000000000000000', secret: 'wrong' },
      ]) {
        const client = await kind.open(house, 'services', app);
        await refusesGrant(client.clientCredentials(), '400 invalid_client');
      }
    },
  ),
  ...throughOAuthClients(
    { rows: ['token-oauth-off'], title: 'a client that may not use OAuth at all' },
    async (kind, house) => {
      const client = await kind.open(house, 'people', house.machine('sign-in-api'));
      await refusesGrant(client.clientCredentials(), '400 invalid_grant');
    },
  ),
  ...throughOAuthClients(
    { rows: ['token-grant-off'], title: 'a grant that the client may not use' },
    async (kind, house) => {
      const client = await kind.open(house, 'people', house.client('presspass-web'));
      await refusesGrant(client.clientCredentials(), '400 unauthorized_client');
    },
  ),
  ...throughOAuthClients(
    { rows: ['token-code-again'], title: 'a refresh token that was never issued' },
    async (kind, house) => {
      const client = await kind.open(house, 'people', house.client('presspass-web'));
      await refusesGrant(client.refresh('none'), '400 invalid_grant');
    },
  ),
  ...through(
    'fetch',
    { rows: ['token-no-scope'], title: 'a client without any custom scope' },
    async (house) => {
      const created = (await house.perform('CreateUserPoolClient', {
        UserPoolId: house.about.pools.people,
        ClientName: 'without scopes',
        GenerateSecret: true,
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['client_credentials'],
        AllowedOAuthScopes: ['openid'],
      })) as { UserPoolClient: { ClientId: string; ClientSecret: string } };
      const { ClientId: id, ClientSecret: secret } = created.UserPoolClient;
      const form = { grant_type: 'client_credentials' };
      await expectError(
        postForm(house, '/oauth2/token', form, basic({ id, secret })),
        400,
        'invalid_scope',
      );
    },
  ),
  ...through(
    'fetch',
    {
      rows: ['token-get', 'token-unknown-grant', 'token-missing', 'token-content-type'],
      title: 'GET, an unknown grant, and nothing at all',
    },
    async (house) => {
      assert.equal((await fetch(`${house.url}/oauth2/token`)).status, 405);
      const who = basic(house.machine('hello'));
      const post = (form: Record<string, string>) => postForm(house, '/oauth2/token', form, who);
      const unknown = post({ grant_type: 'password' });
      await expectError(unknown, 400, 'unsupported_grant_type');
      const type = (await unknown).headers.get('content-type');
      assert.equal(type, 'application/json;charset=UTF-8');
      await expectError(post({}), 400, 'invalid_request');
    },
  ),
  ...through(
    'fetch',
    {
      rows: ['revoke-missing', 'revoke-kind', 'revoke-client'],
      title: 'what cannot be revoked',
    },
    async (house) => {
      const client_id = house.client('presspass-cli').id;
      const post = (form: Record<string, string>) => postForm(house, '/oauth2/revoke', form);
      await expectError(post({ client_id }), 400, 'invalid_request');
      const { accessToken, refreshToken } = await house.tokensOf(house.demo('reader'));
      await expectError(post({ client_id, token: accessToken }), 400, 'unsupported_token_type');
      const nobody = { client_id: '0nobody0000000000000000000', token: refreshToken };
      await expectError(post(nobody), 401, 'invalid_client');
    },
  ),
  ...through(
    'fetch',
    {
      rows: ['user-info-native', 'user-info-expired', 'user-info-missing'],
      title: 'userInfo refuses tokens without openid, those of an ended session, and none',
    },
    async (house) => {
      const { accessToken } = await house.tokensOf(house.demo('reader'));
      expectUserInfoRefusal(
        await userInfo(house, accessToken),
        401,
        'error="invalid_token", error_description="Access token does not contain openid scope"',
      );
      expectUserInfoRefusal(
        await userInfo(house, ''),
        400,
        'error="invalid_request", error_description="Bad OAuth2 request at UserInfo Endpoint"',
      );
      const person = await house.join();
      const tokens = await signedInByBrowser(openidClient, house, person);
      const token = String(tokens['access_token']);
      assert.equal((await userInfo(house, token)).status, 200);
      await house.perform('GlobalSignOut', { AccessToken: token });
      expectUserInfoRefusal(
        await userInfo(house, token),
        401,
        'error="invalid_token", error_description="Access token is expired, disabled, or deleted, ' +
          'or the user has globally signed out."',
      );
    },
  ),
];

function userInfo(house: House, accessToken: string): Promise<Response> {
  const headers = { Authorization: `Bearer ${accessToken}` };
  return fetch(`${house.url}/oauth2/userInfo`, { headers });
}

function expectUserInfoRefusal(answer: Response, status: number, challenge: string): void {
  assert.equal(answer.status, status);
  assert.equal(answer.headers.get('www-authenticate'), challenge);
}
