import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { APP_CLIENT_IDS, PEOPLE_POOL_ID } from '../seed/identities.ts';
import { Administrator, refusalOf } from './testing/administrator.ts';

const UserPoolId = PEOPLE_POOL_ID;
const ClientId = APP_CLIENT_IDS['presspass-cli'];
const PASSWORD = 'Press-Pass-2026';
const NOBODY = 'UserNotFoundException: User does not exist.';

let administrator: Administrator;

before(async () => {
  administrator = await Administrator.open();
});

after(() => {
  administrator.close();
});

const named = (Username: string) => ({ UserPoolId, Username });

async function signIn(USERNAME: string, password = PASSWORD) {
  const AuthParameters = { USERNAME, PASSWORD: password };
  const AuthFlow = 'USER_PASSWORD_AUTH';
  return administrator.cognito.initiateAuth({ ClientId, AuthFlow, AuthParameters });
}

/** Somebody with a permanent password and a verified address. */
async function member(Username: string) {
  const { cognito } = administrator;
  const UserAttributes = [{ Name: 'email_verified', Value: 'true' }];
  await cognito.adminCreateUser({ ...named(Username), UserAttributes, MessageAction: 'SUPPRESS' });
  await cognito.adminSetUserPassword({ ...named(Username), Password: PASSWORD, Permanent: true });
  return named(Username);
}

async function refresh(REFRESH_TOKEN: string | undefined) {
  const AuthParameters = { REFRESH_TOKEN: REFRESH_TOKEN ?? '' };
  return administrator.cognito.initiateAuth({
    ClientId,
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters,
  });
}

test('an invited user gets a password by mail, has to change it, and is confirmed by that', async () => {
  const { cognito, mailbox } = administrator;
  const Username = 'invited@example.test';
  const UserAttributes = [{ Name: 'given_name', Value: 'Ina' }];
  const { User } = await cognito.adminCreateUser({ ...named(Username), UserAttributes });
  assert.equal(User?.UserStatus, 'FORCE_CHANGE_PASSWORD');
  assert.ok(User.UserCreateDate instanceof Date);
  assert.match(User.Username ?? '', /^[0-9a-f-]{36}$/);
  const [mail] = mailbox.list(Username);
  assert.equal(mail?.subject, 'Your temporary password');
  assert.equal(
    mail.text,
    `Your username is ${Username} and temporary password is ${mail.code ?? ''}.`,
  );
  const { ChallengeName, Session } = await signIn(Username, mail.code);
  assert.equal(ChallengeName, 'NEW_PASSWORD_REQUIRED');
  await cognito.respondToAuthChallenge({
    ClientId,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session,
    ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: PASSWORD },
  });
  const kept = await cognito.adminGetUser(named(Username));
  assert.equal(kept.UserStatus, 'CONFIRMED');
  assert.equal(kept.Enabled, true);
  const attributes = kept.UserAttributes ?? [];
  assert.equal(attributes.find(({ Name }) => Name === 'given_name')?.Value, 'Ina');
});

test('an invitation is sent again with a new password and seven more days, as long as it was not used', async () => {
  const { cognito, mailbox, clock } = administrator;
  const invited = named('slow@example.test');
  await cognito.adminCreateUser({ ...invited, TemporaryPassword: 'First-Pass-2026' });
  clock.advance(7 * 24 * 3600);
  assert.equal(
    await refusalOf(signIn(invited.Username, 'First-Pass-2026')),
    'NotAuthorizedException: Temporary password has expired and must be reset by an administrator.',
  );
  await cognito.adminCreateUser({ ...invited, MessageAction: 'RESEND' });
  const { ChallengeName } = await signIn(
    invited.Username,
    mailbox.list(invited.Username)[0]?.code ?? '',
  );
  assert.equal(ChallengeName, 'NEW_PASSWORD_REQUIRED');
  await cognito.adminSetUserPassword({ ...invited, Password: PASSWORD, Permanent: true });
  assert.match(
    await refusalOf(cognito.adminCreateUser({ ...invited, MessageAction: 'RESEND' })),
    /^UnsupportedUserStateException: Resend not possible\. [0-9a-f-]{36} status is not FORCE_CHANGE_PASSWORD$/,
  );
});

test('who exists, is no address, or would have a weak password is not created', async () => {
  const { cognito } = administrator;
  const create = (Username: string, extra: object = {}) =>
    refusalOf(cognito.adminCreateUser({ ...named(Username), ...extra }));
  await member('here@example.test');
  assert.equal(
    await create('HERE@example.test'),
    'UsernameExistsException: An account with the given email already exists.',
  );
  assert.equal(await create('nobody'), 'InvalidParameterException: Username should be an email.');
  assert.equal(
    await create('weak@example.test', { TemporaryPassword: 'weakling' }),
    'InvalidPasswordException: Password did not conform with policy: Password must have uppercase characters',
  );
  assert.match(
    await create('a@example.test', { UserAttributes: [{ Name: 'custom:x', Value: '1' }] }),
    /^InvalidParameterException: Attributes did not conform to the schema: custom:x: /,
  );
  assert.equal(await create('ghost@example.test', { MessageAction: 'RESEND' }), NOBODY);
  assert.match(
    await create('a@example.test', { DesiredDeliveryMediums: ['SMS'] }),
    /SMS is not emulated/,
  );
});

test('a password that is set for good signs in, any other has to be changed', async () => {
  const { cognito } = administrator;
  const user = await member('password@example.test');
  assert.ok((await signIn(user.Username)).AuthenticationResult?.AccessToken);
  await cognito.adminSetUserPassword({ ...user, Password: 'Other-Pass-2026' });
  assert.equal((await cognito.adminGetUser(user)).UserStatus, 'FORCE_CHANGE_PASSWORD');
  assert.equal(
    (await signIn(user.Username, 'Other-Pass-2026')).ChallengeName,
    'NEW_PASSWORD_REQUIRED',
  );
  assert.match(
    await refusalOf(cognito.adminSetUserPassword({ ...user, Password: 'weakling' })),
    /^InvalidPasswordException/,
  );
});

test('an administrator confirms without a code, once, and the address stays unverified', async () => {
  const { cognito } = administrator;
  const Username = 'signed-up@example.test';
  await cognito.signUp({ ClientId, Username, Password: PASSWORD });
  await cognito.adminConfirmSignUp(named(Username));
  assert.ok((await signIn(Username)).AuthenticationResult);
  const { UserAttributes = [] } = await cognito.adminGetUser(named(Username));
  assert.equal(UserAttributes.find(({ Name }) => Name === 'email_verified')?.Value, 'false');
  assert.equal(
    await refusalOf(cognito.adminConfirmSignUp(named(Username))),
    'NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED',
  );
});

test('a disabled user can neither sign in nor refresh, and an enabled one signs in anew', async () => {
  const { cognito } = administrator;
  const user = await member('disabled@example.test');
  const { AuthenticationResult: tokens } = await signIn(user.Username);
  await cognito.adminDisableUser(user);
  const disabled = 'NotAuthorizedException: User is disabled.';
  assert.equal(await refusalOf(signIn(user.Username)), disabled);
  assert.equal(await refusalOf(refresh(tokens?.RefreshToken)), disabled);
  await cognito.adminEnableUser(user);
  assert.equal(
    await refusalOf(refresh(tokens?.RefreshToken)),
    'NotAuthorizedException: Refresh Token has been revoked',
  );
  assert.ok((await signIn(user.Username)).AuthenticationResult);
});

test('an administrator signs a user out everywhere', async () => {
  const { cognito } = administrator;
  const user = await member('everywhere@example.test');
  const { AuthenticationResult: tokens } = await signIn(user.Username);
  await cognito.adminUserGlobalSignOut(user);
  assert.equal(
    await refusalOf(cognito.getUser({ AccessToken: tokens?.AccessToken })),
    'NotAuthorizedException: Access Token has been revoked',
  );
  assert.match(await refusalOf(refresh(tokens?.RefreshToken)), /revoked$/);
});

test('a deleted user is gone, and the address is free again', async () => {
  const { cognito } = administrator;
  const user = await member('gone@example.test');
  await cognito.adminDeleteUser(user);
  assert.equal(await refusalOf(cognito.adminGetUser(user)), NOBODY);
  await member('gone@example.test');
});

test('a password that was reset works no longer, and the mailed code sets a new one', async () => {
  const { cognito, mailbox } = administrator;
  const user = await member('reset@example.test');
  await cognito.adminResetUserPassword(user);
  assert.equal(
    await refusalOf(signIn(user.Username)),
    'PasswordResetRequiredException: Password reset required for the user',
  );
  const ConfirmationCode = mailbox.list(user.Username)[0]?.code;
  const { Username } = user;
  await cognito.confirmForgotPassword({
    ClientId,
    Username,
    ConfirmationCode,
    Password: 'Newer-Pass-2026',
  });
  assert.ok((await signIn(Username, 'Newer-Pass-2026')).AuthenticationResult);
  await cognito.adminCreateUser({ ...named('fresh@example.test') });
  assert.equal(
    await refusalOf(cognito.adminResetUserPassword(named('fresh@example.test'))),
    'NotAuthorizedException: User password cannot be reset in the current state.',
  );
});

test('an address takes effect at once when it is said to be verified, and waits for its code otherwise', async () => {
  const { cognito, mailbox } = administrator;
  const user = await member('before@example.test');
  const change = (address: string, ...more: { Name: string; Value: string }[]) =>
    cognito.adminUpdateUserAttributes({
      ...user,
      UserAttributes: [{ Name: 'email', Value: address }, ...more],
    });
  await change('waiting@example.test');
  assert.ok((await signIn('before@example.test')).AuthenticationResult);
  const Code = mailbox.list('waiting@example.test')[0]?.code;
  await change('at-once@example.test', { Name: 'email_verified', Value: 'true' });
  const { AuthenticationResult: tokens } = await signIn('at-once@example.test');
  const AccessToken = tokens?.AccessToken;
  assert.match(
    await refusalOf(cognito.verifyUserAttribute({ AccessToken, AttributeName: 'email', Code })),
    /^ExpiredCodeException/,
  );
  await member('taken@example.test');
  const moved = named('at-once@example.test');
  assert.equal(
    await refusalOf(
      cognito.adminUpdateUserAttributes({
        ...moved,
        UserAttributes: [{ Name: 'email', Value: 'taken@example.test' }],
      }),
    ),
    'AliasExistsException: An account with the email already exists.',
  );
});

test('attributes are deleted by name, save those that have to stay', async () => {
  const { cognito } = administrator;
  const user = await member('attributes@example.test');
  const UserAttributes = [{ Name: 'nickname', Value: 'Atti' }];
  const nickname = async () =>
    (await cognito.adminGetUser(user)).UserAttributes?.find(({ Name }) => Name === 'nickname');
  const UserAttributeNames = ['nickname'];
  await cognito.adminUpdateUserAttributes({ ...user, UserAttributes });
  assert.equal((await nickname())?.Value, 'Atti');
  await cognito.adminDeleteUserAttributes({ ...user, UserAttributeNames });
  assert.equal(await nickname(), undefined);
  await cognito.adminUpdateUserAttributes({ ...user, UserAttributes });
  const { AuthenticationResult: tokens } = await signIn(user.Username);
  await cognito.deleteUserAttributes({ AccessToken: tokens?.AccessToken, UserAttributeNames });
  assert.equal(await nickname(), undefined);
  const refused = (name: string) =>
    refusalOf(cognito.adminDeleteUserAttributes({ ...user, UserAttributeNames: [name] }));
  for (const name of ['email', 'sub', 'email_verified']) {
    assert.match(await refused(name), /^InvalidParameterException/);
  }
  assert.match(await refused('custom:x'), /Attribute does not exist in the schema/);
});

test('a code for the present address is mailed on request, and verifies it', async () => {
  const { cognito, mailbox } = administrator;
  const Username = 'unverified@example.test';
  await cognito.adminCreateUser({ ...named(Username), MessageAction: 'SUPPRESS' });
  await cognito.adminSetUserPassword({ ...named(Username), Password: PASSWORD, Permanent: true });
  const { AuthenticationResult: tokens } = await signIn(Username);
  const AccessToken = tokens?.AccessToken;
  const { CodeDeliveryDetails } = await cognito.getUserAttributeVerificationCode({
    AccessToken,
    AttributeName: 'email',
  });
  assert.equal(CodeDeliveryDetails?.Destination, 'u****@e****');
  const Code = mailbox.list(Username)[0]?.code;
  await cognito.verifyUserAttribute({ AccessToken, AttributeName: 'email', Code });
  const { UserAttributes = [] } = await cognito.getUser({ AccessToken });
  assert.equal(UserAttributes.find(({ Name }) => Name === 'email_verified')?.Value, 'true');
});
