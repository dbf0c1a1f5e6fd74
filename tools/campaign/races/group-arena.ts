import type { Arena, Write } from './arena.ts';
import { mustPerform, perform } from '../pool-client.ts';
import { answerOf, newPerson } from './ground.ts';
import type { Ground } from './ground.ts';

interface Group {
  GroupName: string;
  member: string;
  other: string;
}

/** A group with a member. */
export function groupArena(ground: Ground): Arena<Group> {
  const { url, UserPoolId, name } = ground;
  const write = (
    operation: string,
    input: (group: Group) => object = () => ({}),
    more = '',
  ): Write<Group> => ({
    name: operation + more,
    perform: (group) => {
      const { GroupName } = group;
      return answerOf(url, operation, { UserPoolId, GroupName, ...input(group) });
    },
  });
  return {
    name: 'a group',
    make: async () => {
      const GroupName = name();
      const [member, other] = [await newPerson(ground), await newPerson(ground)];
      await mustPerform(url, 'CreateGroup', { UserPoolId, GroupName, Description: 'old' });
      await mustPerform(url, 'AdminAddUserToGroup', { UserPoolId, GroupName, Username: member });
      return { GroupName, member, other };
    },
    writes: [
      write('CreateGroup', () => ({ Description: 'made again' })),
      write('UpdateGroup', () => ({ Description: 'new' })),
      write('UpdateGroup', () => ({ Precedence: 7 }), ' precedence'),
      write('DeleteGroup'),
      write('AdminAddUserToGroup', ({ other: Username }) => ({ Username })),
      write('AdminRemoveUserFromGroup', ({ member: Username }) => ({ Username })),
      write('AdminDeleteUser', ({ member: Username }) => ({ Username })),
    ],
    look: ({ GroupName }) => groupState(ground, GroupName),
  };
}

async function groupState({ url, UserPoolId }: Ground, GroupName: string): Promise<string> {
  const { status, body } = await perform(url, 'GetGroup', { UserPoolId, GroupName });
  if (status !== 200) return String(body['__type']);
  const { Description, Precedence } = body['Group'] as Record<string, unknown>;
  const { Users } = await mustPerform(url, 'ListUsersInGroup', { UserPoolId, GroupName });
  return JSON.stringify([Description, Precedence, (Users as unknown[]).length]);
}
