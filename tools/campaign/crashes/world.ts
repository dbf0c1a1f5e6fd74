import { about } from '../about.ts';
import { mustPerform, perform, signIn } from '../pool-client.ts';
import { Account } from './account.ts';
import type { Entity } from './entity.ts';
import { Membership } from './membership.ts';
import { Session } from './session.ts';
import { Story } from './story.ts';
import type { Editor } from './story.ts';

/** What all rounds share. */
export interface World {
  poolId: string;
  clientId: string;
  rotatingClientId: string;
  editor: Editor;
}

/** Makes the group and the app client that the rounds use. */
export async function prepared(url: string): Promise<World> {
  const { pools, clients, people } = await about(url);
  const poolId = pools.people;
  await perform(url, 'CreateGroup', { UserPoolId: poolId, GroupName: 'campaign' });
  const { UserPoolClient } = await mustPerform(url, 'CreateUserPoolClient', {
    UserPoolId: poolId,
    ClientName: 'rotating',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
  });
  const clientId = clients['presspass-cli'].id;
  const { ClientId: rotatingClientId } = UserPoolClient as { ClientId: string };
  return { poolId, clientId, rotatingClientId, editor: await signIn(url, clientId, people[0]) };
}

/** Who and what is written to in one round. */
export async function entitiesOf(round: number, url: string, world: World): Promise<Entity[]> {
  const { poolId, clientId, rotatingClientId, editor } = world;
  const { people } = await about(url);
  // Stories of all rounds share the editor, whose tokens last for an hour.
  Object.assign(editor, await signIn(url, clientId, people[0]));
  const name = (what: string): string => `${what}-${round}@example.test`;
  const member = name('member');
  await mustPerform(url, 'AdminCreateUser', {
    UserPoolId: poolId,
    Username: member,
    MessageAction: 'SUPPRESS',
  });
  return [
    ...['a', 'b', 'c'].map((one) => new Account(name(`reader-${one}`), poolId, clientId)),
    new Membership(member, poolId),
    new Session(people[1], rotatingClientId),
    ...['a', 'b', 'c'].map((one) => new Story(`story ${round} ${one}`, editor)),
  ];
}
