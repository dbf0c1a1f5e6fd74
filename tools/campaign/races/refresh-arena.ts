import type { Arena } from './arena.ts';
import { mustPerform, perform, signIn } from '../pool-client.ts';
import { PASSWORD, answerOf, newPerson } from './ground.ts';
import type { Ground } from './ground.ts';

interface Family {
  email: string;
  AccessToken: string;
  RefreshToken: string;
  /** Those that it was exchanged for. */
  issued: string[];
}

/** A family of refresh tokens that rotate without grace: each is good once. */
export function refreshArena(ground: Ground): Arena<Family> {
  const { url, UserPoolId, name } = ground;
  let client: Promise<string> | undefined;
  const clientId = (): Promise<string> => (client ??= rotatingClient(ground, name()));
  return {
    name: 'a family of refresh tokens',
    make: async () => {
      const email = await newPerson(ground);
      const tokens = await signIn(url, await clientId(), { email, password: PASSWORD });
      return { email, ...tokens, issued: [] };
    },
    writes: [
      { name: 'GetTokensFromRefreshToken', perform: (family) => rotated(url, clientId, family) },
      {
        name: 'RevokeToken',
        perform: async ({ RefreshToken: Token }) =>
          answerOf(url, 'RevokeToken', { ClientId: await clientId(), Token }),
      },
      {
        name: 'GlobalSignOut',
        perform: ({ AccessToken }) => answerOf(url, 'GlobalSignOut', { AccessToken }),
      },
      {
        name: 'AdminDisableUser',
        perform: ({ email: Username }) =>
          answerOf(url, 'AdminDisableUser', { UserPoolId, Username }),
      },
    ],
    look: async (family) => {
      const ClientId = await clientId();
      const works: string[] = [];
      for (const RefreshToken of family.issued) {
        works.push(await answerOf(url, 'GetTokensFromRefreshToken', { ClientId, RefreshToken }));
      }
      return `${family.issued.length} issued: ${works.join(', ')}`;
    },
  };
}

async function rotated(
  url: string,
  clientId: () => Promise<string>,
  family: Family,
): Promise<string> {
  const { RefreshToken } = family;
  const input = { ClientId: await clientId(), RefreshToken };
  const { status, body } = await perform(url, 'GetTokensFromRefreshToken', input);
  if (status !== 200) return `${status} ${String(body['__type'])}`;
  family.issued.push((body['AuthenticationResult'] as { RefreshToken: string }).RefreshToken);
  return '200';
}

async function rotatingClient({ url, UserPoolId }: Ground, ClientName: string): Promise<string> {
  const { UserPoolClient } = await mustPerform(url, 'CreateUserPoolClient', {
    UserPoolId,
    ClientName,
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
  });
  return (UserPoolClient as { ClientId: string }).ClientId;
}
