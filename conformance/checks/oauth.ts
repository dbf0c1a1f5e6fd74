import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import type { OAuthClientKind, TokenMembers } from '../clients/oauth-client.ts';
import { refusesGrant } from '../clients/oauth-refusal.ts';
import { openidClient } from '../clients/openid-client.ts';
import { basic, plainOAuth, postForm } from '../clients/plain-oauth.ts';
import { Browser } from '../house/browser.ts';
import type { House } from '../house/house.ts';
import { claimsOf } from '../house/jwt.ts';
import { through, throughOAuthClients } from './through.ts';

/** The app's own callback, as its client names it. */
const redirectUri = 'http://localhost:4200/sign-in';
const scope = 'openid email profile aws.cognito.signin.user.admin';

/** The endpoints of a pool's domain, other than the machines' share of them. */
export const oauth: Check[] = [
  ...throughOAuthClients(
    {
      rows: ['token-code', 'token-pkce', '2-19', '0-7'],
      title: 'signs in on the hosted page, by code and PKCE',
    },
    async (kind, house) => {
      const tokens = await signedInByBrowser(kind, house);
      const id = claimsOf(String(tokens['id_token']));
      assert.equal(id['email'], house.demo('reader').email);
      assert.equal(id['aud'], house.client('presspass-web').id);
      assert.equal(typeof tokens['refresh_token'], 'string');
      const held = String(claimsOf(String(tokens['access_token']))['scope'])
        .split(' ')
        .sort();
      assert.deepEqual(held, scope.split(' ').sort());
    },
  ),
  ...throughOAuthClients(
    {
      rows: ['claims-nonce', 'discovery'],
      title:
        'discovers the endpoints; the ID token repeats the nonce, or the client would refuse it',
      except: ['fetch'],
    },
    async (kind, house) => {
      const tokens = await signedInByBrowser(kind, house);
      assert.equal(typeof claimsOf(String(tokens['id_token']))['nonce'], 'string');
    },
  ),
  ...throughOAuthClients(
    { rows: ['token-code-again'], title: 'a code works once' },
    async (kind, house) => {
      const client = await kind.open(house, 'people', house.client('presspass-web'));
      const begun = await client.beginSignIn({ redirectUri, scope });
      const callback = await new Browser().signIn(begun.url, house.demo('reader'));
      await begun.finish(callback);
      await refusesGrant(begun.finish(callback), '400 invalid_grant');
    },
  ),
  ...through(
    'fetch',
    { rows: ['token-pkce'], title: 'a code without its verifier, and with another one' },
    async (house) => {
      const app = house.client('presspass-web');
      for (const code_verifier of [undefined, 'x'.repeat(43)]) {
        const client = await plainOAuth.open(house, 'people', app);
        const { url } = await client.beginSignIn({ redirectUri, scope });
        const callback = await new Browser().signIn(url, house.demo('reader'));
        const form = {
          grant_type: 'authorization_code',
          client_id: app.id,
          redirect_uri: redirectUri,
          code: callback.searchParams.get('code') ?? '',
          ...(code_verifier !== undefined && { code_verifier }),
        };
        const refused = await postForm(house, '/oauth2/token', form);
        const { error } = (await refused.json()) as { error: string };
        assert.equal(refused.status, 400);
        assert.match(error, /^invalid_(grant|request)$/);
      }
    },
  ),
  ...through(
    'fetch',
    { rows: ['token-redirect'], title: 'a code with another redirect_uri' },
    async (house) => {
      const { id: client_id } = house.client('presspass-web');
      const client = await plainOAuth.open(house, 'people', { id: client_id });
      const { url } = await client.beginSignIn({ redirectUri, scope });
      const callback = await new Browser().signIn(url, house.demo('reader'));
      const form = {
        grant_type: 'authorization_code',
        client_id,
        redirect_uri: 'http://localhost:4200/',
        code: callback.searchParams.get('code') ?? '',
      };
      await expectError(postForm(house, '/oauth2/token', form), 400, 'unauthorized_client');
    },
  ),
  ...throughOAuthClients(
    { rows: ['token-refresh'], title: 'refreshes at the token endpoint' },
    async (kind, house) => {
      const client = await kind.open(house, 'people', house.client('presspass-web'));
      const tokens = await signedInByBrowser(kind, house);
      const renewed = await client.refresh(String(tokens['refresh_token']));
      const [old, young] = [tokens, renewed].map((it) => claimsOf(String(it['access_token'])));
      assert.equal(young?.['origin_jti'], old?.['origin_jti']);
      assert.equal(young?.['scope'], old?.['scope']);
      assert.equal(typeof renewed['id_token'], 'string');
    },
  ),
  ...throughOAuthClients(
    {
      rows: ['revoke-ok', 'token-refresh-revoked'],
      title: 'revokes a refresh token, twice, and it refreshes no more',
    },
    async (kind, house) => {
      const client = await kind.open(house, 'people', house.client('presspass-web'));
      const refreshToken = String((await signedInByBrowser(kind, house))['refresh_token']);
      await client.revoke(refreshToken);
      await client.revoke(refreshToken);
      await refusesGrant(client.refresh(refreshToken), '400 invalid_grant');
    },
  ),
  ...throughOAuthClients(
    { rows: ['user-info'], title: 'asks who is signed in' },
    async (kind, house) => {
      const client = await kind.open(house, 'people', house.client('presspass-web'));
      const tokens = await signedInByBrowser(kind, house);
      const accessToken = String(tokens['access_token']);
      const sub = String(claimsOf(accessToken)['sub']);
      const info = await client.userInfo(accessToken, sub);
      assert.equal(info['sub'], sub);
      assert.equal(info['email'], house.demo('reader').email);
    },
  ),
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
      rows: ['user-info-native', 'user-info-expired'],
      title: 'userInfo refuses tokens without openid, and those of an ended session',
    },
    async (house) => {
      const { accessToken } = await house.tokensOf(house.demo('reader'));
      const native = await userInfo(house, accessToken);
      assert.ok(native.status === 401 || native.status === 403 || native.status === 400);
      assert.match(native.headers.get('www-authenticate') ?? '', /error="?\w+"?/);
      const person = await house.join();
      const tokens = await signedInByBrowser(openidClient, house, person);
      const token = String(tokens['access_token']);
      assert.equal((await userInfo(house, token)).status, 200);
      await house.perform('GlobalSignOut', { AccessToken: token });
      const ended = await userInfo(house, token);
      assert.equal(ended.status, 401);
      const challenge = ended.headers.get('www-authenticate') ?? '';
      assert.match(challenge, /invalid_token/);
      assert.match(
        challenge,
        /Access token is expired, disabled, or deleted, or the user has globally signed out\./,
      );
    },
  ),
];

async function signedInByBrowser(
  kind: OAuthClientKind,
  house: House,
  person = house.demo('reader'),
): Promise<TokenMembers> {
  const client = await kind.open(house, 'people', house.client('presspass-web'));
  const begun = await client.beginSignIn({ redirectUri, scope });
  return begun.finish(await new Browser().signIn(begun.url, person));
}

function userInfo(house: House, accessToken: string): Promise<Response> {
  const headers = { Authorization: `Bearer ${accessToken}` };
  return fetch(`${house.url}/oauth2/userInfo`, { headers });
}

async function expectError(
  answering: Promise<Response>,
  status: number,
  error: string,
): Promise<void> {
  const answer = await answering;
  const body = (await answer.clone().json()) as { error: string };
  assert.deepEqual([answer.status, body.error], [status, error]);
}
