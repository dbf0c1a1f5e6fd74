import { mustPerform } from '../pool-client.ts';
import { Expected, impossible } from './entity.ts';
import type { Entity } from './entity.ts';

const groups = ['admin', 'campaign'] as const;
type Group = (typeof groups)[number];

/** The groups of somebody, who goes in and out. */
export class Membership implements Entity {
  readonly name: string;
  readonly #person: { UserPoolId: string; Username: string };
  readonly #isIn: Record<Group, Expected<boolean>> = {
    admin: new Expected(false),
    campaign: new Expected(false),
  };

  constructor(email: string, UserPoolId: string) {
    this.name = `groups of ${email}`;
    this.#person = { UserPoolId, Username: email };
  }

  get acknowledged(): number {
    return groups.reduce((sum, group) => sum + this.#isIn[group].acknowledged, 0);
  }

  async write(
    url: string,
    random: { pick: <Item>(items: readonly Item[]) => Item },
  ): Promise<void> {
    const GroupName = random.pick(groups);
    const isIn = this.#isIn[GroupName];
    const operation = isIn.state ? 'AdminRemoveUserFromGroup' : 'AdminAddUserToGroup';
    await isIn.through(!isIn.state, () =>
      mustPerform(url, operation, { ...this.#person, GroupName }),
    );
  }

  async check(url: string): Promise<string | undefined> {
    const { Groups } = await mustPerform(url, 'AdminListGroupsForUser', this.#person);
    const names = (Groups as { GroupName: string }[]).map(({ GroupName }) => GroupName);
    for (const group of groups) {
      const complaint = impossible(names.includes(group), this.#isIn[group]);
      if (!this.#isIn[group].isPossible(names.includes(group))) return `in ${group}: ${complaint}`;
    }
    return undefined;
  }
}
