import { createHash } from 'node:crypto';
import { PEOPLE_POOL_ID, webClient } from '../../seed/identities.ts';
import type { AppClient } from '../directory/pool-settings.ts';
import { Browser } from './browser.ts';
import type { Visit } from './browser.ts';
import { DomainUnderTest } from './domain-under-test.ts';
import type { TokenAnswer } from './domain-under-test.ts';

export const READER = 'reader@example.test';
export const PASSWORD = 'Press-Pass-2026';
export const CALLBACK = 'http://localhost:4200/sign-in';
export const VERIFIER = 'v'.repeat(43);
export const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

/** A client of the old kind: tokens in the address, as the implicit grant has it. */
export const implicitClient: AppClient = {
  ...webClient,
  id: '1implicitclient00000000001',
  name: 'implicit',
  authFlows: ['ALLOW_USER_PASSWORD_AUTH'],
  oauth: {
    flows: ['implicit'],
    scopes: ['openid', 'email'],
    callbackUrls: [
      'http://localhost',
      'myapp://signed-in',
      'https://app.test/cb?a=b',
      'https://zeitung.test/grüße',
    ],
    logoutUrls: [],
  },
};

/** A second client for codes, without rotation, with another address. */
export const otherClient: AppClient = {
  ...webClient,
  id: '1otherclient00000000000001',
  name: 'other',
  authFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  oauth: {
    flows: ['code'],
    scopes: ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'],
    callbackUrls: ['https://other.test/cb', CALLBACK],
    logoutUrls: ['https://other.test/bye'],
  },
  refreshTokenRotation: undefined,
};

/** The pools' domain with a reader, and clients of several kinds. */
export async function openDomainWithPeople(): Promise<DomainUnderTest> {
  const domain = await DomainUnderTest.open();
  for (const client of [implicitClient, otherClient]) {
    domain.pools.addAppClient(PEOPLE_POOL_ID, client);
  }
  domain.pools.createUser(PEOPLE_POOL_ID, { email: READER, password: PASSWORD });
  const AccessToken = await nativeAccessToken(domain);
  const UserAttributes = [
    { Name: 'given_name', Value: 'Ada' },
    { Name: 'phone_number', Value: '+12065550100' },
  ];
  await domain.pools.perform('UpdateUserAttributes', { AccessToken, UserAttributes });
  return domain;
}

/** An access token of a sign-in by the pool's own operations. */
export async function nativeAccessToken(domain: DomainUnderTest): Promise<string> {
  const { AccessToken } = await nativeTokens(domain);
  return AccessToken;
}

/** The tokens of a sign-in by the pool's own operations. */
export async function nativeTokens(
  domain: DomainUnderTest,
  email = READER,
): Promise<Record<'AccessToken' | 'IdToken' | 'RefreshToken', string>> {
  const answer = (await domain.pools.perform('InitiateAuth', {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: otherClient.id,
    AuthParameters: { USERNAME: email, PASSWORD },
  })) as { AuthenticationResult: Record<'AccessToken' | 'IdToken' | 'RefreshToken', string> };
  return answer.AuthenticationResult;
}

/** The query of a request to sign in at the web client; `undefined` leaves a parameter out. */
export function signInQuery(changes: Record<string, string | undefined> = {}): string {
  const parameters = {
    response_type: 'code',
    client_id: webClient.id,
    redirect_uri: CALLBACK,
    scope: 'openid email',
    state: 'the state',
    ...changes,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries<string | undefined>(parameters)) {
    if (value !== undefined) query.set(name, value);
  }
  return query.toString();
}

/** Signs the reader in at the page, as far as the page's next answer. */
export async function signInAtPage(browser: Browser, query: string): Promise<Visit> {
  const page = await browser.get(`/login?${query}`);
  return browser.submit(page, { username: READER, password: PASSWORD });
}

/** A code for the reader. */
export async function codeFor(domain: DomainUnderTest, query = signInQuery()): Promise<string> {
  const { location } = await signInAtPage(new Browser(domain.url), query);
  return location.searchParams.get('code') ?? `no code at ${location.href}`;
}

/** Redeems a code of the web client. */
export function redeem(
  domain: DomainUnderTest,
  code: string,
  changes: Record<string, string> = {},
): Promise<Response> {
  return domain.post('/oauth2/token', {
    grant_type: 'authorization_code',
    client_id: webClient.id,
    redirect_uri: CALLBACK,
    code,
    ...changes,
  });
}

/** Tokens for the reader, from the token endpoint. */
export async function tokensFor(
  domain: DomainUnderTest,
  scope: string,
  client: AppClient = webClient,
): Promise<TokenAnswer> {
  const code = await codeFor(domain, signInQuery({ scope, client_id: client.id }));
  const response = await redeem(domain, code, { client_id: client.id });
  return (await response.json()) as TokenAnswer;
}
