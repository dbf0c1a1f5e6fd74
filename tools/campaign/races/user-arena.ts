import { mustPerform, signIn } from '../pool-client.ts';
import type { PoolTokens } from '../pool-client.ts';
import type { Arena, Write } from './arena.ts';
import {
  PASSWORD,
  OTHER_GROUP,
  answerOf,
  codeFor,
  mailsTo,
  newPerson,
  passwordState,
  userState,
} from './ground.ts';
import type { Ground } from './ground.ts';

interface Person {
  email: string;
  tokens: PoolTokens;
  /** Mailed for a forgotten password. */
  code: string;
}

const passwords = [PASSWORD, 'Second-Pass-2026', 'Third-Pass-2026', 'Fourth-Pass-2026'] as const;
const [, second, third, fourth] = passwords;

/** Somebody who is signed in and has asked for a new password, and all that can be done to a user. */
export function userArena(ground: Ground): Arena<Person> {
  const { url, ClientId } = ground;
  return {
    name: 'a user',
    make: async () => {
      const email = await newPerson(ground);
      const tokens = await signIn(url, ClientId, { email, password: PASSWORD });
      await mustPerform(url, 'ForgotPassword', { ClientId, Username: email });
      return { email, tokens, code: await codeFor(url, email) };
    },
    writes: [...byAdministrators(ground), ...byThemselves(ground), ...withCodes(ground)],
    look: async ({ email, tokens: { AccessToken, RefreshToken } }) => {
      const state = await userState(ground, email);
      const access = await answerOf(url, 'GetUser', { AccessToken });
      const refresh = await answerOf(url, 'GetTokensFromRefreshToken', { ClientId, RefreshToken });
      const opens = await passwordState(ground, email, passwords);
      return [state, access, refresh, opens, `mails ${await mailsTo(url, email)}`].join(' ');
    },
  };
}

function byAdministrators({ url, UserPoolId }: Ground): Write<Person>[] {
  const write = (operation: string, more: object = {}, name = operation): Write<Person> => ({
    name,
    perform: ({ email: Username }) => answerOf(url, operation, { UserPoolId, Username, ...more }),
  });
  return [
    write('AdminSetUserPassword', { Password: second, Permanent: true }),
    write('AdminResetUserPassword'),
    write('AdminDisableUser'),
    write('AdminEnableUser'),
    write('AdminDeleteUser'),
    write('AdminUserGlobalSignOut'),
    write('AdminAddUserToGroup', { GroupName: OTHER_GROUP }),
    write('AdminAddUserToGroup', { GroupName: 'admin' }, 'AdminAddUserToGroup admin'),
    write('AdminRemoveUserFromGroup', { GroupName: OTHER_GROUP }),
    write('AdminUpdateUserAttributes', { UserAttributes: [{ Name: 'nickname', Value: 'Quill' }] }),
    write('AdminDeleteUserAttributes', { UserAttributeNames: ['given_name'] }),
    write('AdminSetUserMFAPreference', { SoftwareTokenMfaSettings: { Enabled: false } }),
  ];
}

function byThemselves({ url, ClientId }: Ground): Write<Person>[] {
  const write = (operation: string, more: object = {}, name = operation): Write<Person> => ({
    name,
    perform: ({ tokens: { AccessToken } }) => answerOf(url, operation, { AccessToken, ...more }),
  });
  return [
    write('UpdateUserAttributes', { UserAttributes: [{ Name: 'family_name', Value: 'Byron' }] }),
    write('DeleteUserAttributes', { UserAttributeNames: ['nickname'] }),
    write('ChangePassword', { PreviousPassword: PASSWORD, ProposedPassword: third }),
    write('GlobalSignOut'),
    write('DeleteUser'),
    write('GetUserAttributeVerificationCode', { AttributeName: 'email' }),
    write('AssociateSoftwareToken'),
    {
      name: 'RevokeToken',
      perform: ({ tokens: { RefreshToken: Token } }) =>
        answerOf(url, 'RevokeToken', { ClientId, Token }),
    },
    {
      name: 'InitiateAuth REFRESH_TOKEN_AUTH',
      perform: ({ tokens: { RefreshToken: REFRESH_TOKEN } }) =>
        answerOf(url, 'InitiateAuth', {
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          ClientId,
          AuthParameters: { REFRESH_TOKEN },
        }),
    },
  ];
}

function withCodes({ url, ClientId }: Ground): Write<Person>[] {
  return [
    {
      name: 'ConfirmForgotPassword',
      perform: ({ email: Username, code: ConfirmationCode }) =>
        answerOf(url, 'ConfirmForgotPassword', {
          ClientId,
          Username,
          ConfirmationCode,
          Password: fourth,
        }),
    },
    {
      name: 'ForgotPassword',
      perform: ({ email: Username }) => answerOf(url, 'ForgotPassword', { ClientId, Username }),
    },
    {
      name: 'InitiateAuth USER_PASSWORD_AUTH',
      perform: ({ email: USERNAME }) =>
        answerOf(url, 'InitiateAuth', {
          AuthFlow: 'USER_PASSWORD_AUTH',
          ClientId,
          AuthParameters: { USERNAME, PASSWORD },
        }),
    },
  ];
}
