import { machineToken } from '../../../local/testing/machine-token.ts';
import { about } from '../about.ts';
import { mustPerform, signIn } from '../pool-client.ts';

/** What is missing of what a first start makes; undefined for a whole paper. */
export async function lacking(url: string): Promise<string | undefined> {
  try {
    const problems = [await storiesProblem(url), await peopleProblem(url)];
    await machineToken(url, 'wire');
    return problems.find((problem) => problem !== undefined);
  } catch (failure) {
    // Something that everybody needs does not work, which is what is asked.
    return String(failure);
  }
}

async function storiesProblem(url: string): Promise<string | undefined> {
  const { items } = (await (await fetch(`${url}/api/news?limit=100`)).json()) as {
    items: { id: string }[];
  };
  const ids = new Set(items.map(({ id }) => id));
  return ids.size === 60 ? undefined : `${ids.size} stories instead of 60`;
}

async function peopleProblem(url: string): Promise<string | undefined> {
  const { pools, clients, people } = await about(url);
  const client = clients['presspass-cli'].id;
  for (const person of people) await signIn(url, client, person);
  const UserPoolId = pools.people;
  const Username = people[0].email;
  const { Groups } = await mustPerform(url, 'AdminListGroupsForUser', { UserPoolId, Username });
  const isEditor = (Groups as { GroupName: string }[]).some(
    ({ GroupName }) => GroupName === 'admin',
  );
  if (!isEditor) return 'the editor is no editor';
  const { Users } = await mustPerform(url, 'ListUsers', { UserPoolId });
  const count = (Users as unknown[]).length;
  if (count !== people.length) return `${count} people instead of ${people.length}`;
  const missing = ['sign-in-api', 'wire', 'weather', 'hello'].find((name) => !(name in clients));
  return missing && `the app client ${missing} is missing`;
}
