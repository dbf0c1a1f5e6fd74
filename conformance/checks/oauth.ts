import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { refusesGrant } from '../clients/oauth-refusal.ts';
import { plainOAuth, postForm } from '../clients/plain-oauth.ts';
import { expectError } from '../clients/oauth-refusal.ts';
import { redirectUri, scope, signedInByBrowser } from './hosted-sign-in.ts';
import { Browser } from '../house/browser.ts';
import { claimsOf } from '../house/jwt.ts';
import { through, throughOAuthClients } from './through.ts';

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
];
