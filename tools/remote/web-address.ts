import { StartUpProblem } from '../processes/start-up-problem.ts';
import { withoutUserinfo } from '../processes/userinfo.ts';

/** Whether an address never leaves this machine, so that it needs no TLS. */
export const isLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** The address that somebody has typed, without query and fragment; throws `StartUpProblem` when it is none of the web. */
export function webAddress(text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new StartUpProblem(
      `"${withoutUserinfo(text)}" is no address. It begins with https://, or with http:// on this machine.`,
    );
  }
  if (address.username !== '' || address.password !== '') {
    throw new StartUpProblem('The address has a name or a password before the @. Leave them out.');
  }
  return new URL(address.pathname, address.origin);
}
