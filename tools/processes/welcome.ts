import type { Ports } from './ports.ts';

interface About {
  people: { email: string; password: string; groups: string[] }[];
}

/** What a person needs to begin: the address, who can sign in, and where the mails arrive. */
export async function welcome(ports: Ports): Promise<string> {
  const edge = `http://localhost:${ports.edge}`;
  const answer = await fetch(`http://127.0.0.1:${ports.edge}/about.json`);
  const { people } = (await answer.json()) as About;
  const width = Math.max(...people.map(({ email }) => email.length));
  const rows = people.map(
    ({ email, password, groups }) =>
      `             ${email.padEnd(width)}  ${password}${groups.includes('admin') ? '  (editor)' : ''}`,
  );
  return [
    '',
    `  Presspass  http://localhost:${ports.app}`,
    `  Mailbox    ${edge}/mailbox`,
    `  Sign in as ${rows.join('\n').trim()}`,
    '',
    '  Ctrl-C ends all of it.',
    '',
  ].join('\n');
}
