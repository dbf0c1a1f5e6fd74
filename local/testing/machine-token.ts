import type { MachineName } from '../../contract/identities.ts';

/** A machine's access token, by client credentials; all of its scopes unless one is named. Tests only. */
export async function machineToken(
  url: string,
  name: MachineName,
  scope?: string,
): Promise<string> {
  const about = (await (await fetch(`${url}/about.json`)).json()) as {
    clients: Record<MachineName, { id: string; secret: string }>;
  };
  const { id, secret } = about.clients[name];
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    ...(scope ? { scope } : {}),
  });
  const Authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
  const init = { method: 'POST', body, headers: { Authorization } };
  const response = await fetch(`${url}/oauth2/token`, init);
  return ((await response.json()) as { access_token: string }).access_token;
}
