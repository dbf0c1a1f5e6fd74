import { machineToken } from '../../../local/testing/machine-token.ts';
import { Browser } from '../../../local/user-pool/testing/browser.ts';
import { about } from '../about.ts';
import type { About } from '../about.ts';
import { signIn } from '../pool-client.ts';

/** Genuine tokens of people and machines, of both pools and of every kind. */
export type RealTokens = Record<RealToken, string>;

export type RealToken =
  | 'editor’s ID token'
  | 'editor’s access token'
  | 'reader’s ID token'
  | 'reader’s access token'
  | 'reader’s access token of the domain'
  | 'hello’s access token'
  | 'wire’s access token'
  | 'expired ID token'
  | 'expired access token'
  | 'refresh token';

/** Signs in wherever tokens come from. */
export async function realTokens(url: string): Promise<RealTokens> {
  const known = await about(url);
  const [editor, reader] = known.people;
  const client = known.clients['presspass-cli'].id;
  const [ofEditor, ofReader, ofDomain, hello, wire, expired] = await Promise.all([
    signIn(url, client, editor),
    signIn(url, client, reader),
    domainToken(url, known),
    machineToken(url, 'hello'),
    machineToken(url, 'wire'),
    expiredTokens(url),
  ]);
  return {
    'editor’s ID token': ofEditor.IdToken,
    'editor’s access token': ofEditor.AccessToken,
    'reader’s ID token': ofReader.IdToken,
    'reader’s access token': ofReader.AccessToken,
    'reader’s access token of the domain': ofDomain,
    'hello’s access token': hello,
    'wire’s access token': wire,
    'expired ID token': expired.id,
    'expired access token': expired.access,
    'refresh token': ofReader.RefreshToken,
  };
}

async function expiredTokens(url: string): Promise<{ id: string; access: string }> {
  const response = await fetch(`${url}/expired-tokens.json`);
  return (await response.json()) as { id: string; access: string };
}

/** An access token with the scope `openid`, which userInfo wants: only the sign-in page gives one. */
async function domainToken(url: string, { clients, people }: About): Promise<string> {
  const client_id = clients['presspass-web'].id;
  const redirect_uri = 'http://localhost:4200/sign-in';
  const code_verifier = 'v'.repeat(43);
  const query = new URLSearchParams({
    response_type: 'code',
    client_id,
    redirect_uri,
    scope: 'openid email aws.cognito.signin.user.admin',
    state: 'campaign',
    // The S256 challenge of the verifier above.
    code_challenge: await challengeOf(code_verifier),
    code_challenge_method: 'S256',
  });
  const browser = new Browser(url);
  const page = await browser.get(`/login?${query.toString()}`);
  const { email: username, password } = people[1];
  const { location } = await browser.submit(page, { username, password });
  const code = location.searchParams.get('code') ?? '';
  const form = { grant_type: 'authorization_code', client_id, redirect_uri, code, code_verifier };
  const answer = await fetch(`${url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function challengeOf(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return Buffer.from(hash).toString('base64url');
}
