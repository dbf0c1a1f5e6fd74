import { DEMO_PEOPLE } from './seed/identities.ts';

/** What the terminal shows once everything is up; `seconds` is how long that took. */
export function readyText(url: string, seconds: number): string {
  const people = DEMO_PEOPLE.map(({ email, password }) => `${email}  ${password}`);
  return [
    `AWS on this laptop is ready after ${seconds.toFixed(2)} s: ${url}`,
    `  APIs     ${url}/api/news, ${url}/services, ${url}/http-api`,
    `  mailbox  ${url}/mailbox`,
    `  people   ${people.join('\n           ')}`,
  ].join('\n');
}
