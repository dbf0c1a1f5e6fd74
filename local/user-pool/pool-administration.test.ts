import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type {
  CreateUserPoolClientCommandInput,
  GroupType,
} from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { APP_CLIENT_IDS, PEOPLE_POOL_ID, SERVICES_POOL_ID } from '../seed/identities.ts';
import { Administrator, refusalOf } from './testing/administrator.ts';

const UserPoolId = PEOPLE_POOL_ID;
const PASSWORD = 'Press-Pass-2026';

let administrator: Administrator;

before(async () => {
  administrator = await Administrator.open();
});

after(() => {
  administrator.close();
});

async function member(name: string) {
  const user = { UserPoolId, Username: `${name}@example.test` };
  await administrator.cognito.adminCreateUser({ ...user, MessageAction: 'SUPPRESS' });
  await administrator.cognito.adminSetUserPassword({
    ...user,
    Password: PASSWORD,
    Permanent: true,
  });
  return user;
}

async function signIn(
  USERNAME: string,
  ClientId: string | undefined = APP_CLIENT_IDS['presspass-cli'],
) {
  const { AuthenticationResult } = await administrator.cognito.initiateAuth({
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD },
  });
  assert.ok(AuthenticationResult?.IdToken);
  return AuthenticationResult;
}

const createClient = (input: Partial<CreateUserPoolClientCommandInput>, pool = UserPoolId) =>
  administrator.cognito.createUserPoolClient({ UserPoolId: pool, ClientName: 'new', ...input });

test('a group whose name looks like a list is not made: API Gateway could not hand it over', async () => {
  for (const GroupName of ['x,admin', 'admin,', '[admin]', '"admin"', '[', ']', ',']) {
    assert.equal(
      await refusalOf(administrator.cognito.createGroup({ UserPoolId, GroupName })),
      'InvalidParameterException: GroupName with a comma, a bracket or a quote is not emulated by the Presspass stand-in',
    );
  }
  const GroupName = 'Übungs-Gruppe_1/ä;{x}';
  await administrator.cognito.createGroup({ UserPoolId, GroupName });
});

test('a group is created, changed, listed and deleted; its members lose it with their next tokens', async () => {
  const { cognito } = administrator;
  const group = { UserPoolId, GroupName: 'proof-readers' };
  const { Group } = await cognito.createGroup({ ...group, Description: 'Readers', Precedence: 3 });
  assert.ok(Group?.CreationDate instanceof Date);
  assert.equal(
    await refusalOf(cognito.createGroup(group)),
    'GroupExistsException: A group with the name already exists.',
  );
  const updated = await cognito.updateGroup({ ...group, Precedence: 1 });
  assert.equal(updated.Group?.Precedence, 1);
  assert.equal(updated.Group.Description, 'Readers');
  const user = await member('proof');
  await cognito.adminAddUserToGroup({ ...user, ...group });
  const { Groups = [] } = await cognito.adminListGroupsForUser(user);
  assert.deepEqual(
    Groups.map(({ GroupName }) => GroupName),
    ['proof-readers'],
  );
  const { IdToken = '', RefreshToken = '' } = await signIn(user.Username);
  assert.deepEqual(decodeJwt(IdToken)['cognito:groups'], ['proof-readers']);
  await cognito.deleteGroup(group);
  assert.equal(
    await refusalOf(cognito.getGroup(group)),
    'ResourceNotFoundException: Group not found.',
  );
  const renewed = await cognito.initiateAuth({
    ClientId: APP_CLIENT_IDS['presspass-cli'],
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters: { REFRESH_TOKEN: RefreshToken },
  });
  const claims = decodeJwt(renewed.AuthenticationResult?.IdToken ?? '');
  assert.equal(claims['cognito:groups'], undefined);
  await cognito.createGroup(group);
  assert.deepEqual((await cognito.listUsersInGroup(group)).Users, []);
});

test('tokens name groups by precedence and the role of the first', async () => {
  const { cognito } = administrator;
  const user = await member('ranked');
  const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`;
  const groups = [
    { GroupName: 'z-first', Precedence: 1, RoleArn: role('first') },
    { GroupName: 'a-second', Precedence: 2, RoleArn: role('second') },
    { GroupName: 'a-last' },
  ];
  for (const group of groups) {
    await cognito.createGroup({ UserPoolId, ...group });
    await cognito.adminAddUserToGroup({ ...user, GroupName: group.GroupName });
  }
  const { IdToken = '', AccessToken = '' } = await signIn(user.Username);
  const claims = decodeJwt(IdToken);
  assert.deepEqual(claims['cognito:groups'], ['z-first', 'a-second', 'a-last']);
  assert.deepEqual(claims['cognito:roles'], [role('first'), role('second')]);
  assert.equal(claims['cognito:preferred_role'], role('first'));
  const access = decodeJwt(AccessToken);
  assert.deepEqual(access['cognito:groups'], ['z-first', 'a-second', 'a-last']);
  assert.equal(access['cognito:roles'], undefined);
});

test('pages of groups and of members meet everybody once, and a made-up token is refused', async () => {
  const { cognito } = administrator;
  const seen: GroupType[] = [];
  let NextToken: string | undefined;
  do {
    const page = await cognito.listGroups({ UserPoolId, Limit: 2, NextToken });
    assert.ok((page.Groups?.length ?? 0) <= 2);
    seen.push(...(page.Groups ?? []));
    NextToken = page.NextToken;
  } while (NextToken);
  const all = (await cognito.listGroups({ UserPoolId })).Groups ?? [];
  assert.ok(all.length > 3);
  assert.deepEqual(seen, all);
  const crowd = { UserPoolId, GroupName: 'crowd' };
  await cognito.createGroup(crowd);
  for (const name of ['one', 'two', 'three']) {
    await cognito.adminAddUserToGroup({ ...crowd, ...(await member(name)) });
  }
  const first = await cognito.listUsersInGroup({ ...crowd, Limit: 2 });
  const second = await cognito.listUsersInGroup({ ...crowd, NextToken: first.NextToken });
  const users = [...(first.Users ?? []), ...(second.Users ?? [])];
  assert.equal(new Set(users.map(({ Username }) => Username)).size, 3);
  assert.equal(second.NextToken, undefined);
  for (const token of ['junk', '1.', '1.***', '1.YQ==', '2.YQ']) {
    assert.match(
      await refusalOf(cognito.listGroups({ UserPoolId, NextToken: token })),
      /^InvalidParameterException/,
    );
  }
});

test('a user is in a hundred groups at most', async () => {
  const { cognito } = administrator;
  const user = await member('joiner');
  for (let number = 0; number <= 100; number++) {
    const GroupName = `group-${String(number)}`;
    await cognito.createGroup({ UserPoolId, GroupName });
    const joining = cognito.adminAddUserToGroup({ ...user, GroupName });
    if (number < 100) await joining;
    else assert.match(await refusalOf(joining), /^LimitExceededException/);
  }
  await cognito.adminAddUserToGroup({ ...user, GroupName: 'group-0' });
});

test('a resource server is created, described, changed and deleted', async () => {
  const { cognito } = administrator;
  const server = { UserPoolId: SERVICES_POOL_ID, Identifier: 'https://archive.example' };
  const Scopes = [{ ScopeName: 'read', ScopeDescription: 'Read the archive' }];
  const { ResourceServer } = await cognito.createResourceServer({
    ...server,
    Name: 'Archive',
    Scopes,
  });
  assert.deepEqual(ResourceServer, { ...server, Name: 'Archive', Scopes });
  assert.equal(
    await refusalOf(cognito.createResourceServer({ ...server, Name: 'Again' })),
    `InvalidParameterException: ${server.Identifier} already exists in user pool ${SERVICES_POOL_ID}.`,
  );
  const updated = await cognito.updateResourceServer({ ...server, Name: 'Old archive' });
  assert.deepEqual(updated.ResourceServer?.Scopes, []);
  const { ResourceServers = [] } = await cognito.listResourceServers({
    UserPoolId: SERVICES_POOL_ID,
    MaxResults: 50,
  });
  assert.deepEqual(
    ResourceServers.map(({ Identifier }) => Identifier),
    ['hello', 'https://archive.example', 'news', 'weather-api'],
  );
  await cognito.deleteResourceServer(server);
  assert.equal(
    await refusalOf(cognito.describeResourceServer(server)),
    `ResourceNotFoundException: Resource server ${server.Identifier} does not exist.`,
  );
});

test('a pool has 25 resource servers at most, and a server a hundred scopes', async () => {
  const { cognito } = administrator;
  const create = (Identifier: string, count = 0) =>
    cognito.createResourceServer({
      UserPoolId,
      Identifier,
      Name: 'Server',
      Scopes: Array.from({ length: count }, (_, number) => ({
        ScopeName: `scope${String(number)}`,
        ScopeDescription: 'Something',
      })),
    });
  assert.match(
    await refusalOf(create('wide', 101)),
    /'scopes' failed .* less than or equal to 100$/,
  );
  for (let number = 0; number < 25; number++) {
    await create(`server-${String(number)}`, number === 0 ? 100 : 0);
  }
  assert.match(await refusalOf(create('one-more')), /^LimitExceededException/);
});

test("a client's secret is made once, shown, and never changed", async () => {
  const { cognito } = administrator;
  const { UserPoolClient } = await createClient({ GenerateSecret: true });
  const { ClientId, ClientSecret } = UserPoolClient ?? {};
  assert.match(ClientId ?? '', /^[a-z0-9]{26}$/);
  assert.match(ClientSecret ?? '', /^[a-z0-9]{51}$/);
  const updated = await cognito.updateUserPoolClient({ UserPoolId, ClientId, ClientName: 'newer' });
  assert.equal(updated.UserPoolClient?.ClientSecret, ClientSecret);
  assert.equal(updated.UserPoolClient?.ClientName, 'newer');
  const without = await createClient({});
  assert.equal(without.UserPoolClient?.ClientSecret, undefined);
  assert.match(
    await refusalOf(
      createClient({ ClientSecret: 'of-my-own-choice-000000000000'.replace(/-/g, '') }),
    ),
    /ClientSecret is not emulated/,
  );
  assert.match(
    await refusalOf(cognito.addUserPoolClientSecret({ UserPoolId, ClientId })),
    /AddUserPoolClientSecret is not emulated/,
  );
});

test('a client is created by the rules of its flows, scopes and addresses', async () => {
  const refused = (input: Partial<CreateUserPoolClientCommandInput>) =>
    refusalOf(createClient({ AllowedOAuthFlowsUserPoolClient: true, ...input }, SERVICES_POOL_ID));
  const machine = {
    GenerateSecret: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['weather-api/get'],
  } satisfies Partial<CreateUserPoolClientCommandInput>;
  const browser = {
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid'],
    CallbackURLs: ['https://paper.example/in'],
  } satisfies Partial<CreateUserPoolClientCommandInput>;
  const required =
    'InvalidParameterException: AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.';
  assert.equal(await refused({}), required);
  assert.equal(await refused({ AllowedOAuthFlows: ['code'] }), required);
  assert.equal(
    await refused({ ...machine, GenerateSecret: false }),
    'InvalidOAuthFlowException: client_credentials flow can not be selected if client does not have a client secret.',
  );
  assert.equal(
    await refused({ ...machine, AllowedOAuthFlows: ['client_credentials', 'code'] }),
    'InvalidOAuthFlowException: client_credentials flow can not be selected along with code flow or implicit flow.',
  );
  assert.equal(
    await refused({ ...browser, CallbackURLs: undefined }),
    'InvalidOAuthFlowException: CallbackUrls can not be empty when code flow or implicit flow is selected',
  );
  assert.equal(
    await refused({ ...machine, AllowedOAuthScopes: ['weather-api/fly'] }),
    'ScopeDoesNotExistException: Invalid scope requested: weather-api/fly',
  );
  const at = async (url: string) => refused({ ...browser, CallbackURLs: [url] });
  assert.equal(
    await at('http://paper.example/in'),
    'InvalidParameterException: http://paper.example/in cannot use the HTTP protocol.',
  );
  assert.equal(
    await at('https://paper.example/#in'),
    'InvalidParameterException: https://paper.example/#in cannot use fragment',
  );
  assert.equal(
    await at('http://localhost.evil.test/'),
    'InvalidParameterException: http://localhost.evil.test/ cannot use the HTTP protocol.',
  );
  for (const url of ['http://localhost:4200/in', 'http://127.0.0.1/', 'paper://in']) {
    assert.equal(await at(url), 'no refusal');
  }
  assert.equal(
    await refused({ ...browser, DefaultRedirectURI: 'https://else.example/' }),
    'InvalidParameterException: The default redirect URI https://else.example/ is not in the callback URIs list.',
  );
  assert.equal(
    await refused({ ...browser, SupportedIdentityProviders: ['Google'] }),
    `InvalidParameterException: The provider Google does not exist for User Pool ${SERVICES_POOL_ID}.`,
  );
  assert.match(
    await refused({ ...browser, AllowedOAuthFlows: ['token' as 'code'] }),
    /^InvalidParameterException: 1 validation error detected: Value '\[token\]' at 'allowedOAuthFlows' failed to satisfy constraint: Member must satisfy constraint: \[Member must satisfy enum value set: \[implicit, client_credentials, code\]\]$/,
  );
  assert.match(
    await refused({ ...machine, AllowedOAuthScopes: Array<string>(51).fill('weather-api/get') }),
    /'allowedOAuthScopes' failed .* less than or equal to 50$/,
  );
});

test('lifetimes have units, bounds and an order', async () => {
  const { UserPoolClient } = await createClient({
    AccessTokenValidity: 10,
    IdTokenValidity: 600,
    RefreshTokenValidity: 2,
    TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'seconds', RefreshToken: 'hours' },
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
  });
  assert.equal(UserPoolClient?.AccessTokenValidity, 10);
  assert.equal(UserPoolClient.IdTokenValidity, 600);
  assert.equal(UserPoolClient.RefreshTokenValidity, 2);
  const { Username } = await member('brief');
  const tokens = await signIn(Username, UserPoolClient.ClientId);
  assert.equal(tokens.ExpiresIn, 600);
  const range = 'InvalidParameterException: Invalid range for token validity.';
  const refused = (input: Partial<CreateUserPoolClientCommandInput>) =>
    refusalOf(createClient(input));
  assert.equal(await refused({ AccessTokenValidity: 25 }), range);
  assert.equal(
    await refused({ IdTokenValidity: 4, TokenValidityUnits: { IdToken: 'minutes' } }),
    range,
  );
  assert.equal(await refused({ RefreshTokenValidity: 3651 }), range);
  assert.equal(
    await refused({
      AccessTokenValidity: 2,
      RefreshTokenValidity: 1,
      TokenValidityUnits: { RefreshToken: 'hours' },
    }),
    'InvalidParameterException: Access and Id Token expiration times must be less than or equal to refresh token expiration times.',
  );
  assert.match(await refused({ AccessTokenValidity: 0 }), /greater than or equal to 1$/);
});

test('what an update leaves out goes back to its default', async () => {
  const { cognito } = administrator;
  const { UserPoolClient } = await createClient({
    AccessTokenValidity: 2,
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid'],
    CallbackURLs: ['https://paper.example/in'],
    AuthSessionValidity: 10,
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 5 },
  });
  const ClientId = UserPoolClient?.ClientId;
  assert.deepEqual(UserPoolClient?.RefreshTokenRotation, {
    Feature: 'ENABLED',
    RetryGracePeriodSeconds: 5,
  });
  await cognito.updateUserPoolClient({ UserPoolId, ClientId });
  const { UserPoolClient: now } = await cognito.describeUserPoolClient({ UserPoolId, ClientId });
  assert.equal(now?.ClientName, 'new');
  assert.equal(now.AccessTokenValidity, 1);
  assert.equal(now.AllowedOAuthFlowsUserPoolClient, false);
  assert.equal(now.CallbackURLs, undefined);
  assert.equal(now.AuthSessionValidity, 3);
  assert.equal(now.RefreshTokenRotation, undefined);
  assert.equal(now.PreventUserExistenceErrors, 'LEGACY');
  assert.deepEqual(now.ExplicitAuthFlows, [
    'ALLOW_CUSTOM_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
    'ALLOW_USER_SRP_AUTH',
  ]);
});

test('flows that exclude each other, and settings that would do nothing, are refused', async () => {
  const refused = (input: Partial<CreateUserPoolClientCommandInput>) =>
    refusalOf(createClient(input));
  assert.equal(
    await refused({ ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH', 'ALLOW_USER_SRP_AUTH'] }),
    "InvalidParameterException: Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.",
  );
  assert.match(await refused({ ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'] }), /is not emulated/);
  assert.match(
    await refused({
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED' },
    }),
    /^InvalidParameterException: ALLOW_REFRESH_TOKEN_AUTH/,
  );
  assert.match(await refused({ ReadAttributes: ['email'] }), /ReadAttributes is not emulated/);
  assert.match(await refused({ EnableTokenRevocation: false }), /is not emulated/);
});

test('deleting a client ends its sign-ins and stops every new one', async () => {
  const { cognito } = administrator;
  const { UserPoolClient } = await createClient({
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  });
  const ClientId = UserPoolClient?.ClientId;
  const { Username } = await member('orphan');
  const { AccessToken, RefreshToken = '' } = await signIn(Username, ClientId);
  await cognito.deleteUserPoolClient({ UserPoolId, ClientId });
  const gone = `ResourceNotFoundException: User pool client ${String(ClientId)} does not exist.`;
  assert.equal(await refusalOf(signIn(Username, ClientId)), gone);
  assert.equal(
    await refusalOf(cognito.getTokensFromRefreshToken({ ClientId, RefreshToken })),
    gone,
  );
  assert.equal(await refusalOf(cognito.describeUserPoolClient({ UserPoolId, ClientId })), gone);
  assert.equal(
    await refusalOf(cognito.getUser({ AccessToken })),
    'NotAuthorizedException: Access Token has been revoked',
  );
  assert.ok(await signIn(Username));
  const { UserPoolClients = [] } = await cognito.listUserPoolClients({
    UserPoolId,
    MaxResults: 60,
  });
  assert.ok(!UserPoolClients.some((client) => client.ClientId === ClientId));
});

test("a client of another pool is no client of this one, whatever the administrator's aim", async () => {
  const { cognito } = administrator;
  const foreign = { UserPoolId, ClientId: APP_CLIENT_IDS.wire };
  const gone = `ResourceNotFoundException: User pool client ${foreign.ClientId} does not exist.`;
  assert.equal(await refusalOf(cognito.describeUserPoolClient(foreign)), gone);
  assert.equal(await refusalOf(cognito.updateUserPoolClient(foreign)), gone);
  assert.equal(await refusalOf(cognito.deleteUserPoolClient(foreign)), gone);
  assert.ok(await cognito.describeUserPoolClient({ ...foreign, UserPoolId: SERVICES_POOL_ID }));
});

test('pools are described as they are', async () => {
  const { cognito } = administrator;
  const { UserPool: people } = await cognito.describeUserPool({ UserPoolId });
  assert.equal(people?.Name, 'presspass-people');
  assert.ok(people.CreationDate instanceof Date);
  assert.deepEqual(people.UsernameConfiguration, { CaseSensitive: false });
  assert.deepEqual(people.AutoVerifiedAttributes, ['email']);
  assert.equal(people.AdminCreateUserConfig?.AllowAdminCreateUserOnly, false);
  assert.equal(people.Policies?.PasswordPolicy?.MinimumLength, 8);
  assert.equal(people.MfaConfiguration, 'OPTIONAL');
  assert.ok((people.EstimatedNumberOfUsers ?? 0) > 0);
  const email = people.SchemaAttributes?.find(({ Name }) => Name === 'email');
  assert.equal(email?.Required, true);
  const { UserPool: services } = await cognito.describeUserPool({ UserPoolId: SERVICES_POOL_ID });
  assert.equal(services?.AdminCreateUserConfig?.AllowAdminCreateUserOnly, true);
  assert.equal(services.AutoVerifiedAttributes, undefined);
  assert.deepEqual(
    services.SchemaAttributes?.filter(({ Required }) => Required).map(({ Name }) => Name),
    ['sub'],
  );
  const { UserPools = [], NextToken } = await cognito.listUserPools({ MaxResults: 1 });
  assert.equal(UserPools.length, 1);
  const rest = await cognito.listUserPools({ MaxResults: 60, NextToken });
  assert.equal(rest.UserPools?.length, 1);
  assert.deepEqual(
    (await cognito.getUserPoolMfaConfig({ UserPoolId })).MfaConfiguration,
    'OPTIONAL',
  );
  assert.equal(
    await refusalOf(cognito.describeUserPool({ UserPoolId: 'eu-west-1_none00000' })),
    'ResourceNotFoundException: User pool eu-west-1_none00000 does not exist.',
  );
});
