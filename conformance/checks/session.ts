import assert from 'node:assert/strict';
import {
  CreateUserPoolClientCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Check } from '../check.ts';
import { amplify } from '../clients/amplify.ts';
import { refuses } from '../clients/refusal.ts';
import type { UserTokens } from '../house/house.ts';
import { claimsOf } from '../house/jwt.ts';
import { signedIn } from './signed-in.ts';
import { through, throughPoolClients, throughSdk } from './through.ts';

const hour = 3600;
const day = 24 * hour;

/** What happens to a session after the sign-in. */
export const session: Check[] = [
  ...throughPoolClients(
    {
      rows: ['claims-refresh', '2-10', '4-7'],
      title: 'refreshes: new tokens of the same session',
    },
    async (client, house) => {
      const before = await signedIn(client, await house.join());
      await house.advance(60);
      const renewed = await client.refresh();
      assert.notEqual(renewed.idToken, before.idToken);
      const [old, young] = [claimsOf(before.accessToken), claimsOf(renewed.accessToken)];
      assert.equal(young['origin_jti'], old['origin_jti']);
      assert.equal(young['auth_time'], old['auth_time']);
      assert.notEqual(young['jti'], old['jti']);
      assert.ok(Number(young['exp']) > Number(old['exp']));
    },
  ),
  ...throughPoolClients(
    { rows: ['pool-access-revoked'], title: 'signing out everywhere revokes access tokens' },
    async (client, house) => {
      const { accessToken } = await signedIn(client, await house.join());
      await client.signOutEverywhere();
      const { status, body } = await house.send('GetUser', { AccessToken: accessToken });
      assert.equal(status, 400);
      assert.equal(body['__type'], 'NotAuthorizedException');
      assert.equal(body['message'], 'Access Token has been revoked');
    },
  ),
  ...throughPoolClients(
    {
      rows: ['pool-refresh-revoked'],
      title: 'signing out revokes the refresh token',
    },
    async (client, house) => {
      const { refreshToken, accessToken } = await signedIn(client, await house.join());
      await client.signOut();
      const ClientId = claimsOf(accessToken)['client_id'];
      const { body } = await house.send('GetTokensFromRefreshToken', {
        ClientId,
        RefreshToken: refreshToken,
      });
      assert.equal(body['__type'], 'NotAuthorizedException');
      assert.equal(body['message'], 'Refresh Token has been revoked');
    },
  ),
  ...through(
    'aws-amplify',
    { rows: ['amplify-sign-out'], title: 'signing out ends this session, or all of them' },
    async (house) => {
      const client = amplify.open(house);
      const person = await house.join();
      const elsewhere = await house.tokensOf(person);
      const here = await signedIn(client, person);
      await client.signOut();
      const words = async ({ accessToken }: UserTokens) =>
        (await house.send('GetUser', { AccessToken: accessToken })).body['message'];
      assert.equal(await words(here), 'Access Token has been revoked');
      assert.equal(await words(elsewhere), undefined);
      await signedIn(client, person);
      await client.signOutEverywhere();
      assert.equal(await words(elsewhere), 'Access Token has been revoked');
    },
  ),
  ...throughSdk(
    { rows: ['pool-refresh-invalid'], title: 'what is no refresh token' },
    async (sdk, house) => {
      const ClientId = house.client('presspass-cli').id;
      const AuthParameters = { REFRESH_TOKEN: 'none' };
      await refuses(
        sdk.send(
          new InitiateAuthCommand({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters }),
        ),
        'NotAuthorizedException: Invalid Refresh Token',
      );
    },
  ),
  ...throughSdk(
    {
      rows: ['pool-refresh-expired', 'quota-token-life'],
      title: 'a refresh token after its 30 days',
    },
    async (sdk, house) => {
      const { refreshToken } = await house.tokensOf(await house.join());
      await house.advance(30 * day + 1);
      const ClientId = house.client('presspass-cli').id;
      const AuthParameters = { REFRESH_TOKEN: refreshToken };
      await refuses(
        sdk.send(
          new InitiateAuthCommand({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters }),
        ),
        'NotAuthorizedException: Refresh Token has expired',
      );
    },
  ),
  ...throughSdk(
    { rows: ['quota-token-life'], title: 'tokens live no longer than AWS allows' },
    async (sdk, house) => {
      const input = {
        UserPoolId: house.about.pools.people,
        ClientName: 'long-lived',
        AccessTokenValidity: 25,
      };
      await assert.rejects(sdk.send(new CreateUserPoolClientCommand(input)), {
        name: 'InvalidParameterException',
      });
    },
  ),
  ...throughSdk(
    {
      rows: ['pool-access-expired', 'pool-access-invalid'],
      title: 'an access token that is old, or none',
    },
    async (sdk, house) => {
      const { accessToken } = await house.tokensOf(await house.join());
      await refuses(
        sdk.send(new GetUserCommand({ AccessToken: 'none' })),
        'NotAuthorizedException: Invalid Access Token',
      );
      await house.advance(hour + 1);
      await refuses(
        sdk.send(new GetUserCommand({ AccessToken: accessToken })),
        'NotAuthorizedException: Access Token has expired',
      );
    },
  ),
  ...through(
    'aws-amplify',
    {
      rows: ['pool-rotation', 'amplify-refresh'],
      title: 'each refresh replaces the refresh token; the old one works for a moment',
    },
    async (house) => {
      const client = amplify.open(house);
      const before = await signedIn(client, await house.join());
      const after = await client.refresh();
      assert.notEqual(after.refreshToken, before.refreshToken);
      const ClientId = house.client('presspass-web').id;
      const again = { ClientId, RefreshToken: before.refreshToken };
      assert.equal((await house.send('GetTokensFromRefreshToken', again)).status, 200);
      await house.advance(61);
      const late = await house.send('GetTokensFromRefreshToken', again);
      assert.equal(late.status, 400);
    },
  ),
  ...throughSdk(
    {
      rows: ['pool-rotation'],
      title: 'GetTokensFromRefreshToken hands out the next refresh token',
    },
    async (sdk, house) => {
      const first = await signedIn(amplify.open(house), await house.join());
      const ClientId = house.client('presspass-web').id;
      const RefreshToken = first.refreshToken;
      const { AuthenticationResult } = await sdk.send(
        new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }),
      );
      assert.notEqual(AuthenticationResult?.RefreshToken, RefreshToken);
      assert.equal(AuthenticationResult?.ExpiresIn, hour);
    },
  ),
  ...throughSdk(
    { rows: ['pool-rotation-flow'], title: 'a client with rotation refuses REFRESH_TOKEN_AUTH' },
    async (sdk, house) => {
      const { refreshToken } = await signedIn(amplify.open(house), await house.join());
      const ClientId = house.client('presspass-web').id;
      const AuthParameters = { REFRESH_TOKEN: refreshToken };
      await assert.rejects(
        sdk.send(
          new InitiateAuthCommand({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters }),
        ),
        ({ name }: Error) => /^(InvalidParameter|NotAuthorized)Exception$/.test(name),
      );
    },
  ),
];
