import type { Arena, Write } from './arena.ts';
import { mustPerform, perform } from '../pool-client.ts';
import { PASSWORD, answerOf, newPerson } from './ground.ts';
import type { Ground } from './ground.ts';

interface AppClient {
  ClientId: string;
  email: string;
}

const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'];

/** An app client, and somebody who signs in with it. */
export function clientArena(ground: Ground): Arena<AppClient> {
  const { url, UserPoolId, name } = ground;
  const write = (operation: string, more: object = {}, suffix = ''): Write<AppClient> => ({
    name: operation + suffix,
    perform: ({ ClientId }) => answerOf(url, operation, { UserPoolId, ClientId, ...more }),
  });
  return {
    name: 'an app client',
    make: async () => {
      const client = { UserPoolId, ClientName: name(), ExplicitAuthFlows };
      const { UserPoolClient } = await mustPerform(url, 'CreateUserPoolClient', client);
      const { ClientId } = UserPoolClient as AppClient;
      return { ClientId, email: await newPerson(ground) };
    },
    writes: [
      write('UpdateUserPoolClient', { ClientName: 'renamed', ExplicitAuthFlows }),
      write('UpdateUserPoolClient', { RefreshTokenValidity: 7 }, ' lifetime'),
      write('DeleteUserPoolClient'),
      {
        name: 'InitiateAuth',
        perform: ({ ClientId, email: USERNAME }) =>
          answerOf(url, 'InitiateAuth', {
            AuthFlow: 'USER_PASSWORD_AUTH',
            ClientId,
            AuthParameters: { USERNAME, PASSWORD },
          }),
      },
    ],
    look: async ({ ClientId }) => {
      const { status, body } = await perform(url, 'DescribeUserPoolClient', {
        UserPoolId,
        ClientId,
      });
      if (status !== 200) return String(body['__type']);
      const client = body['UserPoolClient'] as Record<string, unknown>;
      const { ClientName, RefreshTokenValidity, ExplicitAuthFlows: flows } = client;
      // A name that was not changed is another one each time.
      const isRenamed = ClientName === 'renamed';
      return JSON.stringify([isRenamed, RefreshTokenValidity, flows]);
    },
  };
}
