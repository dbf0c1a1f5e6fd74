import type { Random } from '../random.ts';
import { encoded } from './api-requests.ts';
import { PASSWORD } from './props.ts';
import type { Props } from './props.ts';
import { headerText } from './raw-request.ts';
import type { RawRequest } from './raw-request.ts';
import { anyText } from './texts.ts';

const oauthPaths = [
  '/oauth2/token',
  '/oauth2/authorize',
  '/oauth2/revoke',
  '/oauth2/userInfo',
  '/login',
  '/logout',
  '/signup',
  '/oauth2/idpresponse',
];

/** A request to the pools' domain: OAuth and the sign-in page. */
export function oauthRequest(random: Random, props: Props): RawRequest {
  const words = oauthWords(props);
  const names = Object.keys(words).filter(() => random.happens(0.5));
  const pairs = names.map((name) => [
    name,
    random.happens(0.85) ? random.pick(words[name] ?? ['']) : anyText(random),
  ]);
  if (random.happens(0.1)) pairs.push([anyText(random), anyText(random)]);
  const form = random.happens(0.97)
    ? pairs.map((pair) => pair.map((one) => encoded(one.slice(0, 4000))).join('=')).join('&')
    : anyText(random);
  const isPost = random.happens(0.6);
  const path = random.pick(oauthPaths);
  return {
    kind: 'OAuth',
    method: random.happens(0.98)
      ? isPost
        ? 'POST'
        : 'GET'
      : random.pick(['PUT', 'HEAD', 'DELETE', 'OPTIONS']),
    path: isPost ? path : `${path}?${headerText(form).replaceAll(/[\s#]/g, '')}`,
    headers: [...oauthHeaders(random, props)],
    body: Buffer.from(isPost ? form : ''),
  };
}

function oauthWords({
  known,
  clientId,
  usernames,
  tokens,
  session,
}: Props): Record<string, readonly string[]> {
  const clients = Object.values(known.clients);
  const issued = tokens.flatMap(({ AccessToken, RefreshToken }) => [AccessToken, RefreshToken]);
  return {
    grant_type: ['authorization_code', 'refresh_token', 'client_credentials', 'password', ''],
    response_type: ['code', 'token', 'code token', 'id_token'],
    client_id: [clientId, ...clients.map(({ id }) => id)],
    client_secret: clients.flatMap(({ secret }) => secret ?? []),
    redirect_uri: [
      'http://localhost:4200/sign-in',
      'http://localhost',
      'https://evil.test',
      '//evil.test',
      'javascript:alert(1)',
    ],
    logout_uri: ['http://localhost:4200/', 'https://evil.test'],
    scope: [
      'openid email',
      'hello/read',
      'news/write openid',
      'weather-api/delete',
      ' ',
      'openid openid',
    ],
    code: ['00000000-0000-4000-8000-000000000000', 'x'],
    code_verifier: ['v'.repeat(43), 'v', 'v'.repeat(200)],
    code_challenge: ['v'.repeat(43), 'v'],
    code_challenge_method: ['S256', 'plain'],
    state: ['s', 's'.repeat(3000)],
    nonce: ['n'],
    prompt: ['none', 'login'],
    refresh_token: issued,
    token: issued,
    username: usernames,
    password: [PASSWORD, 'wrong'],
    session: [session],
    step: ['password', 'code', 'choose', 'new-password'],
    csrf: ['x'],
  };
}

function* oauthHeaders(random: Random, { known, tokens }: Props): Generator<[string, string]> {
  yield [
    'Content-Type',
    random.happens(0.95) ? 'application/x-www-form-urlencoded' : headerText(anyText(random)),
  ];
  if (random.happens(0.3)) {
    const { id, secret = '' } = random.pick(Object.values(known.clients));
    const basic = random.happens(0.8) ? `${id}:${secret}` : anyText(random);
    yield ['Authorization', `Basic ${Buffer.from(basic).toString('base64')}`];
  } else if (random.happens(0.4))
    yield ['Authorization', `Bearer ${random.pick(tokens).AccessToken}`];
  if (random.happens(0.2))
    yield ['Cookie', headerText(`cognito=${anyText(random)}; ${anyText(random)}`)];
  if (random.happens(0.2))
    yield ['Origin', random.pick(['http://127.0.0.1', 'https://evil.test', 'null', ''])];
}

const documents = [
  '/',
  '/health',
  '/about.json',
  '/amplify_outputs.json',
  '/expired-tokens.json',
  '/mailbox',
  '/mailbox.json',
  '/clock',
  '/favicon.ico',
  '/api',
  '/api/',
  '/services',
  '/http-api',
  '/POOL/.well-known/jwks.json',
  '/POOL/.well-known/openid-configuration',
  '/x/.well-known/jwks.json',
  '/__proto__',
  '/constructor',
];

/** A request to a document, or to nothing at all. */
export function documentRequest(random: Random, { known }: Props): RawRequest {
  const path = random.happens(0.7)
    ? random.pick(documents).replace('POOL', known.pools.people)
    : `/${headerText(anyText(random)).replaceAll(/[\s#]/g, '')}`;
  const query = random.happens(0.3) ? `?to=${encoded(anyText(random))}` : '';
  const method = random.happens(0.8)
    ? 'GET'
    : random.pick(['HEAD', 'POST', 'PUT', 'OPTIONS', 'DELETE', 'PATCH', 'QUERY', 'PROPFIND']);
  const isWithBody = method !== 'GET' && method !== 'HEAD';
  return {
    kind: 'documents',
    method,
    path: path + query,
    headers: [],
    body: Buffer.from(isWithBody ? anyText(random) : ''),
  };
}
