import { about } from '../about.ts';
import type { About } from '../about.ts';
import { mustPerform, perform, signIn } from '../pool-client.ts';
import type { PoolTokens } from '../pool-client.ts';

export const PASSWORD = 'Press-Pass-2026';
export const OTHER_GROUP = 'campaign';

/** Where races are run: a stand-in, and what makes people in it. */
export interface Ground {
  url: string;
  known: About;
  UserPoolId: string;
  /** Without rotation, with sign-in by password. */
  ClientId: string;
  editor: PoolTokens;
  /** A name that nobody has yet. */
  name: () => string;
}

export async function openGround(url: string): Promise<Ground> {
  const known = await about(url);
  const UserPoolId = known.pools.people;
  const ClientId = known.clients['presspass-cli'].id;
  await perform(url, 'CreateGroup', { UserPoolId, GroupName: OTHER_GROUP });
  const run = Date.now().toString(36);
  let count = 0;
  return {
    url,
    known,
    UserPoolId,
    ClientId,
    editor: await signIn(url, ClientId, known.people[0]),
    name: () => `race-${run}-${++count}`,
  };
}

/** Makes somebody who can sign in with the password; resolves to the e-mail address. */
export async function newPerson({ url, UserPoolId, ClientId, name }: Ground): Promise<string> {
  const Username = `${name()}@example.test`;
  await mustPerform(url, 'SignUp', { ClientId, Username, Password: PASSWORD });
  const person = { UserPoolId, Username };
  await mustPerform(url, 'AdminConfirmSignUp', person);
  await mustPerform(url, 'AdminUpdateUserAttributes', { ...person, UserAttributes: attributes });
  return Username;
}

const attributes = [
  { Name: 'email_verified', Value: 'true' },
  { Name: 'nickname', Value: 'Ink' },
  { Name: 'given_name', Value: 'Ada' },
];

/** How an operation was answered: what it refuses with, or what it answers with, values aside. */
export async function answerOf(url: string, operation: string, input: object): Promise<string> {
  const { status, body } = await perform(url, operation, input);
  if (status !== 200) return `${status} ${String(body['__type'])}`;
  const challenge = body['ChallengeName'];
  return `200 ${typeof challenge === 'string' ? challenge : Object.keys(body).sort().join(',')}`.trim();
}

/** The latest code that was mailed to somebody. */
export async function codeFor(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/mailbox.json?to=${encodeURIComponent(email)}`);
  const mails = (await response.json()) as { code?: string }[];
  return mails.find(({ code }) => code !== undefined)?.code ?? 'none';
}

export async function mailsTo(url: string, email: string): Promise<number> {
  const response = await fetch(`${url}/mailbox.json?to=${encodeURIComponent(email)}`);
  return ((await response.json()) as unknown[]).length;
}

/** What an administrator sees of somebody, ids and times aside. */
export async function userState({ url, UserPoolId }: Ground, Username: string): Promise<string> {
  const person = { UserPoolId, Username };
  const { status, body } = await perform(url, 'AdminGetUser', person);
  if (status !== 200) return String(body['__type']);
  const { UserStatus, Enabled, UserMFASettingList = [], UserAttributes } = body;
  const attributes = (UserAttributes as { Name: string; Value: string }[])
    .filter(({ Name }) => Name !== 'sub')
    .map(({ Name, Value }) => `${Name}=${Value.replace(Username, 'EMAIL')}`);
  const { Groups } = await mustPerform(url, 'AdminListGroupsForUser', person);
  const groups = (Groups as { GroupName: string }[]).map(({ GroupName }) => GroupName);
  return JSON.stringify([
    UserStatus,
    Enabled,
    UserMFASettingList,
    attributes.sort(),
    groups.sort(),
  ]);
}

/** The first of these passwords that opens, and what it opens. */
export async function passwordState(
  { url, ClientId }: Pick<Ground, 'url' | 'ClientId'>,
  USERNAME: string,
  passwords: readonly string[],
): Promise<string> {
  let last = '';
  for (const PASSWORD of passwords) {
    last = await answerOf(url, 'InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId,
      AuthParameters: { USERNAME, PASSWORD },
    });
    if (last.startsWith('200')) return `${PASSWORD} opens: ${last}`;
  }
  return `none opens: ${last}`;
}
