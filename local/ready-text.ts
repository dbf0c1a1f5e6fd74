import { DEMO_PEOPLE } from './seed/identities.ts';
import type { StandIn } from './stand-in.ts';

/** What the terminal shows once everything is up; `seconds` is how long that took. */
export function readyText({ url, functions }: StandIn, seconds: number): string {
  const people = DEMO_PEOPLE.map(({ email, password }) => `${email}  ${password}`);
  return [
    `AWS on this laptop is ready after ${seconds.toFixed(2)} s: ${url}`,
    `  APIs     ${url}/api/news, ${url}/services, ${url}/http-api`,
    `  mailbox  ${url}/mailbox`,
    `  people   ${people.join('\n           ')}`,
    ...(functions === undefined ? [] : [`  runs     the function bundles in ${functions}`]),
  ].join('\n');
}
