import { PASSWORD, POOL, openClient, passwordAuth, rotatingClient } from './pool-under-test.ts';
import { addPasskey, askByPasskey, beginPasskey, passkeyAnswer } from './passkeys.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';
import { clientKey, proveBySrp } from './srp-client.ts';
import type { SrpChallenge } from './srp-client.ts';
import { freeClient, secretClient } from './stage.ts';
import type { Stage } from './stage.ts';

/** The input of an operation. */
export type Request = Record<string, unknown>;

/** Makes a request that succeeds, anew each time. */
export type ValidRequest = (stage: Stage) => Request | Promise<Request>;

const NEW_PASSWORD = 'Another-Pass-2026';
const named = (stage: Stage): Request => ({ UserPoolId: POOL, Username: stage.person() });
const withToken: ValidRequest = async (stage) => ({ AccessToken: await stage.accessToken() });
const nickname = [{ Name: 'nickname', Value: 'Ink' }];

async function confirmation(stage: Stage): Promise<Request> {
  const email = await stage.unconfirmed();
  return { ClientId: openClient.id, Username: email, ConfirmationCode: stage.test.code(email) };
}

async function forgotten(stage: Stage): Promise<Request> {
  const email = stage.person();
  const account = { ClientId: openClient.id, Username: email };
  await stage.test.perform('ForgotPassword', account);
  return { ...account, ConfirmationCode: stage.test.code(email), Password: NEW_PASSWORD };
}

async function newPassword(stage: Stage): Promise<Request> {
  const email = stage.person({ status: 'FORCE_CHANGE_PASSWORD' });
  return {
    ClientId: freeClient.id,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: await stage.newPasswordSession(email),
    ChallengeResponses: { USERNAME: email, NEW_PASSWORD },
    ClientMetadata: { from: 'a test' },
  };
}

function srpSignIn(stage: Stage): Request {
  const AuthParameters = { USERNAME: stage.person(), SRP_A: clientKey };
  return { AuthFlow: 'USER_SRP_AUTH', ClientId: openClient.id, AuthParameters };
}

async function srpProof(stage: Stage): Promise<Request> {
  const challenge = await stage.test.perform<SrpChallenge>('InitiateAuth', srpSignIn(stage));
  return {
    ClientId: openClient.id,
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: proveBySrp(challenge, PASSWORD),
  };
}

async function refresh(stage: Stage): Promise<Request> {
  const { RefreshToken } = await stage.tokens();
  const AuthParameters = { REFRESH_TOKEN: RefreshToken };
  return { AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId: openClient.id, AuthParameters };
}

function choice(stage: Stage): Request {
  const USERNAME = stage.person();
  const AuthParameters = { USERNAME, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD };
  return { AuthFlow: 'USER_AUTH', ClientId: freeClient.id, AuthParameters };
}

async function changedEmail(stage: Stage): Promise<Request> {
  const AccessToken = await stage.accessToken();
  const Value = `${stage.name()}@example.test`;
  const UserAttributes = [{ Name: 'email', Value }];
  await stage.test.perform('UpdateUserAttributes', { AccessToken, UserAttributes });
  return { AccessToken, AttributeName: 'email', Code: stage.test.code(Value) };
}

async function newPasskey(stage: Stage): Promise<Request> {
  const AccessToken = await stage.accessToken();
  const options = await beginPasskey(stage.test, AccessToken);
  return { AccessToken, Credential: new SoftwareAuthenticator().create(options) };
}

async function existingPasskey(stage: Stage): Promise<Request> {
  const AccessToken = await stage.accessToken();
  const CredentialId = await addPasskey(stage.test, AccessToken, new SoftwareAuthenticator());
  return { AccessToken, CredentialId };
}

async function passkeySignIn(stage: Stage): Promise<Request> {
  const email = stage.person();
  const { AccessToken } = await stage.tokens(email);
  const authenticator = new SoftwareAuthenticator();
  await addPasskey(stage.test, AccessToken, authenticator);
  const { given, options } = await askByPasskey(stage.test, email, freeClient);
  return { ...passkeyAnswer(given, email, authenticator.get(options), freeClient) };
}

const account = (stage: Stage): Request => ({
  ClientId: secretClient.id,
  ...withHash(stage, `${stage.name()}@example.test`),
});

function withHash(stage: Stage, username: string): Request {
  return { Username: username, SecretHash: stage.hash(username) };
}

/** For every operation that is emulated, requests that succeed. */
export const validRequests: Readonly<Record<string, readonly ValidRequest[]>> = {
  AdminAddUserToGroup: [(stage) => ({ ...named(stage), GroupName: 'admin' })],
  AdminConfirmSignUp: [
    async (stage) => ({ UserPoolId: POOL, Username: await stage.unconfirmed() }),
  ],
  AdminCreateUser: [
    (stage) => ({
      UserPoolId: POOL,
      Username: `${stage.name()}@example.test`,
      TemporaryPassword: PASSWORD,
      UserAttributes: nickname,
      MessageAction: 'SUPPRESS',
    }),
  ],
  AdminDeleteUser: [named],
  AdminDeleteUserAttributes: [(stage) => ({ ...named(stage), UserAttributeNames: ['nickname'] })],
  AdminDisableUser: [named],
  AdminEnableUser: [named],
  AdminGetUser: [named],
  AdminInitiateAuth: [(stage) => stage.adminSignIn(stage.person())],
  AdminListGroupsForUser: [named],
  AdminRemoveUserFromGroup: [(stage) => ({ ...named(stage), GroupName: 'admin' })],
  AdminResetUserPassword: [named],
  AdminRespondToAuthChallenge: [
    async (stage) => ({ UserPoolId: POOL, ...(await newPassword(stage)) }),
  ],
  AdminSetUserMFAPreference: [
    (stage) => ({ ...named(stage), SoftwareTokenMfaSettings: { Enabled: false } }),
  ],
  AdminSetUserPassword: [(stage) => ({ ...named(stage), Password: NEW_PASSWORD, Permanent: true })],
  AdminUpdateUserAttributes: [(stage) => ({ ...named(stage), UserAttributes: nickname })],
  AdminUserGlobalSignOut: [named],
  AssociateSoftwareToken: [withToken],
  ChangePassword: [
    async (stage) => ({
      AccessToken: await stage.accessToken(),
      PreviousPassword: PASSWORD,
      ProposedPassword: NEW_PASSWORD,
    }),
  ],
  CompleteWebAuthnRegistration: [newPasskey],
  ConfirmForgotPassword: [forgotten],
  ConfirmSignUp: [confirmation],
  CreateGroup: [
    (stage) => ({
      UserPoolId: POOL,
      GroupName: stage.name(),
      Description: 'Readers of proofs',
      Precedence: 3,
    }),
  ],
  CreateResourceServer: [
    (stage) => ({
      UserPoolId: POOL,
      Identifier: stage.name(),
      Name: 'An API',
      Scopes: [{ ScopeName: 'read', ScopeDescription: 'Read' }],
    }),
  ],
  CreateUserPoolClient: [
    (stage) => ({
      UserPoolId: POOL,
      ClientName: stage.name(),
      GenerateSecret: true,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }),
  ],
  DeleteGroup: [async (stage) => ({ UserPoolId: POOL, GroupName: await stage.group() })],
  DeleteResourceServer: [
    async (stage) => {
      const { Identifier } = await stage.resourceServer();
      return { UserPoolId: POOL, Identifier };
    },
  ],
  DeleteUser: [withToken],
  DeleteUserAttributes: [
    async (stage) => ({
      AccessToken: await stage.accessToken(),
      UserAttributeNames: ['nickname'],
    }),
  ],
  DeleteUserPoolClient: [async (stage) => ({ UserPoolId: POOL, ClientId: await stage.client() })],
  DeleteWebAuthnCredential: [existingPasskey],
  DescribeResourceServer: [
    async (stage) => {
      const { Identifier } = await stage.resourceServer();
      return { UserPoolId: POOL, Identifier };
    },
  ],
  DescribeUserPool: [() => ({ UserPoolId: POOL })],
  DescribeUserPoolClient: [() => ({ UserPoolId: POOL, ClientId: secretClient.id })],
  ForgotPassword: [(stage) => ({ ClientId: secretClient.id, ...withHash(stage, stage.person()) })],
  GetGroup: [() => ({ UserPoolId: POOL, GroupName: 'admin' })],
  GetTokensFromRefreshToken: [
    async (stage) => ({
      ClientId: rotatingClient.id,
      RefreshToken: (await stage.tokens(stage.person(), rotatingClient)).RefreshToken,
    }),
  ],
  GetUser: [withToken],
  GetUserAttributeVerificationCode: [
    async (stage) => ({ AccessToken: await stage.accessToken(), AttributeName: 'email' }),
  ],
  GetUserAuthFactors: [withToken],
  GetUserPoolMfaConfig: [() => ({ UserPoolId: POOL })],
  GlobalSignOut: [withToken],
  InitiateAuth: [
    (stage) => ({ ...passwordAuth(stage.person()), ClientMetadata: { from: 'a test' } }),
    srpSignIn,
    refresh,
    choice,
  ],
  ListGroups: [() => ({ UserPoolId: POOL, Limit: 10 })],
  ListResourceServers: [() => ({ UserPoolId: POOL, MaxResults: 10 })],
  ListUserPoolClients: [() => ({ UserPoolId: POOL, MaxResults: 10 })],
  ListUserPools: [() => ({ MaxResults: 10 })],
  ListUsers: [
    () => ({
      UserPoolId: POOL,
      Limit: 5,
      Filter: 'email ^= "name"',
      AttributesToGet: ['email'],
    }),
  ],
  ListUsersInGroup: [() => ({ UserPoolId: POOL, GroupName: 'admin', Limit: 10 })],
  ListWebAuthnCredentials: [
    async (stage) => ({ AccessToken: await stage.accessToken(), MaxResults: 10 }),
  ],
  ResendConfirmationCode: [
    async (stage) => ({
      ClientId: secretClient.id,
      ...withHash(stage, await stage.unconfirmed()),
    }),
  ],
  RespondToAuthChallenge: [srpProof, newPassword, passkeySignIn],
  RevokeToken: [
    async (stage) => ({ ClientId: openClient.id, Token: (await stage.tokens()).RefreshToken }),
  ],
  SetUserMFAPreference: [
    async (stage) => ({
      AccessToken: await stage.withAuthenticator(),
      SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
    }),
  ],
  SetUserPoolMfaConfig: [
    () => ({
      UserPoolId: POOL,
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
      WebAuthnConfiguration: { RelyingPartyId: 'localhost', UserVerification: 'preferred' },
    }),
  ],
  SignUp: [
    (stage) => ({
      ...account(stage),
      Password: PASSWORD,
      UserAttributes: nickname,
      ValidationData: [{ Name: 'from', Value: 'a test' }],
      ClientMetadata: { from: 'a test' },
    }),
  ],
  StartWebAuthnRegistration: [withToken],
  UpdateGroup: [
    async (stage) => ({ UserPoolId: POOL, GroupName: await stage.group(), Precedence: 4 }),
  ],
  UpdateResourceServer: [async (stage) => ({ ...(await stage.resourceServer()), Name: 'Another' })],
  UpdateUserAttributes: [
    async (stage) => ({ AccessToken: await stage.accessToken(), UserAttributes: nickname }),
  ],
  UpdateUserPoolClient: [
    async (stage) => ({
      UserPoolId: POOL,
      ClientId: await stage.client(),
      ClientName: 'another name',
    }),
  ],
  VerifySoftwareToken: [(stage) => stage.authenticator()],
  VerifyUserAttribute: [changedEmail],
};
