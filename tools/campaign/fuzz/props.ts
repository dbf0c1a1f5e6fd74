import { about } from '../about.ts';
import type { About } from '../about.ts';
import { mustPerform, perform, signed, signIn } from '../pool-client.ts';
import type { PoolTokens } from '../pool-client.ts';

/** What requests can be about: people, clients, groups and tokens that random requests may ruin. */
export interface Props {
  known: About;
  /** Its app client, which may be changed and deleted. */
  clientId: string;
  usernames: readonly string[];
  tokens: readonly PoolTokens[];
  /** Of somebody who has to choose a new password. */
  session: string;
}

export const PASSWORD = 'Press-Pass-2026';
export const GROUP = 'campaign';
export const TABLE = 'campaign';

let count = 0;

/** Makes everything that may have been ruined anew. Throws where that is not possible any more. */
export async function freshProps(url: string, seed: number): Promise<Props> {
  const known = await about(url);
  const UserPoolId = known.pools.people;
  await repaired(url, UserPoolId);
  const name = `fuzz-${seed}-${Date.now()}-${count++}`;
  const addressOf = (role: string): string => `${name}-${role}@example.test`;
  const [editor, reader, novice] = [addressOf('editor'), addressOf('reader'), addressOf('novice')];
  const usernames = [editor, reader, novice];
  for (const Username of usernames) await addPerson(url, UserPoolId, Username);
  await mustPerform(url, 'AdminAddUserToGroup', {
    UserPoolId,
    Username: editor,
    GroupName: 'admin',
  });
  // This one may be deleted at any moment.
  await perform(url, 'AdminAddUserToGroup', { UserPoolId, Username: editor, GroupName: GROUP });
  const temporary = { UserPoolId, Username: novice, Password: PASSWORD, Permanent: false };
  await mustPerform(url, 'AdminSetUserPassword', temporary);
  const { UserPoolClient } = await mustPerform(url, 'CreateUserPoolClient', {
    UserPoolId,
    ClientName: name,
    ExplicitAuthFlows: [
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_USER_SRP_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
    ],
  });
  const { ClientId: clientId } = UserPoolClient as { ClientId: string };
  const client = known.clients['presspass-cli'].id;
  return {
    known,
    clientId,
    usernames,
    tokens: await Promise.all(
      [editor, reader].map((email) => signIn(url, client, { email, password: PASSWORD })),
    ),
    session: await sessionOf(url, client, novice),
  };
}

/** What everybody shares: the pool lets people in, the group and the table are there. */
async function repaired(url: string, UserPoolId: string): Promise<void> {
  await mustPerform(url, 'SetUserPoolMfaConfig', {
    UserPoolId,
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  });
  for (const GroupName of [GROUP, 'admin']) {
    await perform(url, 'CreateGroup', { UserPoolId, GroupName });
  }
  await callDynamoDb(url, 'CreateTable', {
    TableName: TABLE,
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
  });
}

export async function addPerson(url: string, UserPoolId: string, Username: string): Promise<void> {
  const person = { UserPoolId, Username };
  await mustPerform(url, 'AdminCreateUser', { ...person, MessageAction: 'SUPPRESS' });
  await mustPerform(url, 'AdminSetUserPassword', {
    ...person,
    Password: PASSWORD,
    Permanent: true,
  });
}

async function sessionOf(url: string, ClientId: string, USERNAME: string): Promise<string> {
  const { Session } = await mustPerform(url, 'InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId,
    AuthParameters: { USERNAME, PASSWORD },
  });
  return String(Session);
}

/** Calls the tables as the AWS SDK does. */
export function callDynamoDb(url: string, operation: string, input: object): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      ...signed,
      'Content-Type': 'application/x-amz-json-1.0',
      'X-Amz-Target': `DynamoDB_20120810.${operation}`,
    },
    body: JSON.stringify(input),
  });
}
