import { createHash, randomUUID } from 'node:crypto';
import type { AppClient, House } from '../house/house.ts';
import type { OAuthClient, OAuthClientKind, SecretPlace, TokenMembers } from './oauth-client.ts';

/** What curl would send. */
export const plainOAuth: OAuthClientKind = {
  name: 'fetch',
  open: (house, _pool, app, place = 'post') => Promise.resolve(clientOf(house, app, place)),
};

/** A refusal of the token endpoint: its `error`, and the status that it came with. */
class OAuthRefusal extends Error {
  readonly status: number;
  readonly error: string;

  constructor(status: number, error: string) {
    super(`${status} ${error}`);
    this.status = status;
    this.error = error;
  }
}

/** Sends a form to an OAuth endpoint as an app client. */
export function postForm(
  house: House,
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams(form);
  return fetch(house.url + path, { method: 'POST', body, headers });
}

/** The header of client_secret_basic. */
export function basic({ id, secret }: AppClient): { Authorization: string } {
  const credentials = Buffer.from(`${id}:${secret ?? ''}`).toString('base64');
  return { Authorization: `Basic ${credentials}` };
}

function clientOf(house: House, app: AppClient, place: SecretPlace): OAuthClient {
  const post = (path: string, form: Record<string, string>) => {
    if (app.secret === undefined) return postForm(house, path, { client_id: app.id, ...form });
    if (place === 'basic') return postForm(house, path, form, basic(app));
    return postForm(house, path, { client_id: app.id, client_secret: app.secret, ...form });
  };
  const grant = (grant_type: string, form: Record<string, string>) =>
    post('/oauth2/token', { grant_type, ...form }).then(members);
  return {
    clientCredentials: (scope) => grant('client_credentials', scope === undefined ? {} : { scope }),
    beginSignIn({ redirectUri, scope }) {
      const verifier = randomUUID() + randomUUID();
      const url = new URL('/oauth2/authorize', house.url);
      url.search = new URLSearchParams({
        client_id: app.id,
        response_type: 'code',
        redirect_uri: redirectUri,
        scope,
        state: 'plain',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      }).toString();
      const finish = (callback: URL) =>
        grant('authorization_code', {
          code: callback.searchParams.get('code') ?? '',
          redirect_uri: redirectUri,
          code_verifier: verifier,
        });
      return Promise.resolve({ url, finish });
    },
    refresh: (refresh_token) => grant('refresh_token', { refresh_token }),
    async revoke(token) {
      const answer = await post('/oauth2/revoke', { token });
      if (!answer.ok) await members(answer);
    },
    async userInfo(accessToken) {
      const headers = { Authorization: `Bearer ${accessToken}` };
      return members(await fetch(`${house.url}/oauth2/userInfo`, { headers }));
    },
  };
}

async function members(answer: Response): Promise<TokenMembers> {
  const body = (await answer.json()) as TokenMembers;
  if (answer.ok) return body;
  throw new OAuthRefusal(answer.status, String(body['error']));
}
