import assert from 'node:assert/strict';
import {
  AdminAddUserToGroupCommand,
  CreateGroupCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  CognitoJwtInvalidClientIdError,
  JwtInvalidScopeError,
  CognitoJwtInvalidTokenUseError,
  ParameterValidationError,
  JwtInvalidSignatureError,
} from 'aws-jwt-verify/error';
import type { Check } from '../check.ts';
import { type Wanted, verify } from '../clients/jwt-verify.ts';
import { aws } from '../clients/aws-cli.ts';
import { awsSdk } from '../clients/aws-sdk.ts';
import { claimsOf, headerOf, withBrokenSignature, withClaim } from '../house/jwt.ts';
import { through, throughPoolClients, throughSdk } from './through.ts';

const verified = 'aws-jwt-verify' as const;

/** What is in the tokens, and that their signatures hold. */
export const tokens: Check[] = [
  ...throughPoolClients(
    {
      rows: ['claims-id', 'claims-access', 'http-no-custom-scopes'],
      title: 'the claims of both tokens',
    },
    async (client, house) => {
      const person = house.demo('reader');
      const step = await client.signIn(person);
      assert.ok(step.kind === 'signed in');
      const id = claimsOf(step.tokens.idToken);
      assert.equal(id['email'], person.email);
      assert.equal(id['email_verified'], true);
      assert.equal(id['token_use'], 'id');
      assert.equal(id['iss'], house.issuer('people'));
      assert.equal(id['cognito:username'], id['sub']);
      const access = claimsOf(step.tokens.accessToken);
      assert.equal(access['token_use'], 'access');
      assert.equal(access['scope'], 'aws.cognito.signin.user.admin');
      assert.equal(access['client_id'], id['aud']);
      assert.equal(access['username'], id['cognito:username']);
      for (const name of ['aud', 'email']) assert.ok(!(name in access), name);
      for (const name of ['sub', 'auth_time', 'iss', 'exp', 'iat', 'origin_jti', 'jti']) {
        assert.ok(name in id && name in access, name);
      }
      await client.signOut();
    },
  ),
  ...throughSdk(
    { rows: ['2-15'], title: 'the answer of USER_PASSWORD_AUTH, member by member' },
    async (sdk, house) => {
      const { email, password } = house.demo('reader');
      const answer = await sdk.send(
        new InitiateAuthCommand({
          ClientId: house.client('presspass-cli').id,
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: { USERNAME: email, PASSWORD: password },
        }),
      );
      assert.deepEqual(answer.ChallengeParameters, {});
      const { ExpiresIn, TokenType, ...rest } = answer.AuthenticationResult ?? {};
      assert.deepEqual([ExpiresIn, TokenType], [3600, 'Bearer']);
      assert.deepEqual(Object.keys(rest).sort(), ['AccessToken', 'IdToken', 'RefreshToken']);
    },
  ),
  ...through(
    'AWS CLI',
    { rows: ['2-15'], title: 'what the terminal prints for USER_PASSWORD_AUTH' },
    async (house) => {
      const { email, password } = house.demo('reader');
      const parameters = JSON.stringify({ USERNAME: email, PASSWORD: password });
      const answer = await aws(house, 'initiate-auth', [
        ...['--client-id', house.client('presspass-cli').id],
        ...['--auth-flow', 'USER_PASSWORD_AUTH', '--auth-parameters', parameters],
      ]);
      assert.deepEqual(Object.keys(answer).sort(), ['AuthenticationResult', 'ChallengeParameters']);
      assert.deepEqual(answer['ChallengeParameters'], {});
      const { ExpiresIn, TokenType } = answer['AuthenticationResult'] as Record<string, unknown>;
      assert.deepEqual([ExpiresIn, TokenType], [3600, 'Bearer']);
    },
    'terminal',
  ),
  ...through(
    verified,
    {
      rows: ['claims-keys', '2-10', '4-3'],
      title: 'verifies ID and access tokens of people',
    },
    async (house) => {
      const { idToken, accessToken } = await house.tokensOf(house.demo('editor'));
      const wanted = { pool: 'people', clients: ['presspass-cli'] } as const;
      await verify(house, idToken, { ...wanted, tokenUse: 'id' });
      await verify(house, accessToken, { ...wanted, tokenUse: 'access' });
    },
  ),
  ...through(
    verified,
    {
      rows: ['claims-machine', 'claims-keys'],
      title: 'verifies access tokens of machines and their scopes',
    },
    async (house) => {
      const token = await house.machineToken('weather');
      const wanted = { pool: 'services', clients: ['weather'], tokenUse: 'access' } as const;
      await verify(house, token, { ...wanted, scope: 'weather-api/get' });
      const unheld = verify(house, token, { ...wanted, scope: 'weather-api/delete' });
      await assert.rejects(unheld, JwtInvalidScopeError);
    },
  ),
  ...through(
    verified,
    { rows: ['2-10', 'claims-id', 'claims-access'], title: 'refuses what is not as it should be' },
    async (house) => {
      const { idToken, accessToken } = await house.tokensOf(house.demo('reader'));
      const wanted = { pool: 'people', clients: ['presspass-cli'], tokenUse: 'id' } as const;
      const cases: [string, Wanted, new (...args: never[]) => Error][] = [
        [accessToken, wanted, CognitoJwtInvalidTokenUseError],
        [idToken, { ...wanted, clients: ['presspass-web'] }, CognitoJwtInvalidClientIdError],
        [idToken, { ...wanted, pool: 'services', clients: null }, ParameterValidationError],
        [withBrokenSignature(idToken), wanted, JwtInvalidSignatureError],
        [withClaim(idToken, 'cognito:groups', ['admin']), wanted, JwtInvalidSignatureError],
      ];
      for (const [token, expected, problem] of cases) {
        await assert.rejects(verify(house, token, expected), problem);
      }
    },
  ),
  ...through(
    'fetch',
    { rows: ['claims-header', 'claims-keys'], title: 'RS256, and a key for each kind of token' },
    async (house) => {
      const { idToken, accessToken } = await house.tokensOf(house.demo('reader'));
      const answer = await fetch(`${house.url}/${house.about.pools.people}/.well-known/jwks.json`);
      const { keys } = (await answer.json()) as { keys: Record<string, string>[] };
      const [id, access] = [idToken, accessToken].map(headerOf);
      assert.deepEqual(Object.keys(id ?? {}).sort(), ['alg', 'kid']);
      assert.equal(id?.['alg'], 'RS256');
      assert.notEqual(id['kid'], access?.['kid']);
      const kids = keys.map(({ kid }) => kid);
      assert.ok(kids.includes(String(id['kid'])) && kids.includes(String(access?.['kid'])));
      for (const key of keys) assert.ok(!('d' in key), 'a private key');
    },
  ),
  ...throughPoolClients(
    { rows: ['claims-groups', '2-18'], title: 'groups are in both tokens', except: ['AWS CLI'] },
    async (client, house) => {
      const step = await client.signIn(house.demo('editor'));
      assert.ok(step.kind === 'signed in');
      for (const token of [step.tokens.idToken, step.tokens.accessToken]) {
        assert.deepEqual(claimsOf(token)['cognito:groups'], ['admin']);
      }
      await client.signOut();
    },
  ),
  ...throughSdk(
    {
      rows: ['claims-new-group', 'claims-precedence'],
      title: 'new groups show with the next refresh, by precedence',
    },
    async (sdk, house) => {
      const UserPoolId = house.about.pools.people;
      const group = `second-${house.url.slice(-4)}`;
      await sdk.send(new CreateGroupCommand({ UserPoolId, GroupName: group, Precedence: 5 }));
      const person = await house.join();
      const client = awsSdk.open(house);
      await client.signIn(person);
      for (const GroupName of [group, 'admin']) {
        const input = { UserPoolId, Username: person.email, GroupName };
        await sdk.send(new AdminAddUserToGroupCommand(input));
      }
      const { idToken } = await client.refresh();
      assert.deepEqual(claimsOf(idToken)['cognito:groups'], ['admin', group]);
    },
  ),
];
