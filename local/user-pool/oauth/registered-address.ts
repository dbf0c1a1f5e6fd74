import type { OAuthSettings } from '../directory/pool-settings.ts';

/** Whether the browser may be sent there: one of the client's addresses, to the letter but for what `loopbackPorts` allows. */
export function isRegistered(
  settings: OAuthSettings,
  kind: 'callbackUrls' | 'logoutUrls',
  address: string,
): boolean {
  const registered = settings[kind];
  if (registered.includes(address)) return true;
  if (settings.loopbackPorts !== 'any' || !URL.canParse(address)) return false;
  const portless = withoutPort(address);
  return portless !== undefined && registered.some((own) => withoutPort(own) === portless);
}

/** An address of this machine without its port, every other letter as it was; undefined for any other address. */
function withoutPort(address: string): string | undefined {
  const [, path] = /^http:\/\/localhost(?::\d{1,5})?(\/.*)$/s.exec(address) ?? [];
  return path;
}
