import type { AppClient, PoolSettings } from '../user-pool/directory/pool-settings.ts';

/** Where the stand-in pretends to be. */
export const REGION = 'eu-west-1';

/** The pool of readers and editors. Ids are fixed, so that configuration outlives a reset. */
export const PEOPLE_POOL_ID = 'eu-west-1_pressPe0p';

/** The pool of machines: no sign-up, only app clients with a secret. */
export const SERVICES_POOL_ID = 'eu-west-1_pressServ';

/** The group whose members are editors. */
const ADMIN_GROUP = 'admin';

/** App client ids by name. Cognito's are 26 lower-case letters and digits, and so are these. */
export const APP_CLIENT_IDS = {
  'presspass-web': '1presspassweb0000000000001',
  'presspass-cli': '1presspasscli0000000000001',
  'sign-in-api': '1signinapi0000000000000001',
  wire: '1wire000000000000000000001',
  weather: '1weather000000000000000001',
  hello: '1hello00000000000000000001',
} as const;

/** The people a fresh state comes with. */
export const DEMO_PEOPLE = [
  { email: 'editor@presspass.test', password: 'Press-Pass-2026', groups: [ADMIN_GROUP] },
  { email: 'reader@presspass.test', password: 'Press-Pass-2026', groups: [] },
] as const satisfies readonly { email: string; password: string; groups: readonly string[] }[];

const HOUR_SECONDS = 3600;
const lifetimes = {
  idTokenSeconds: HOUR_SECONDS,
  accessTokenSeconds: HOUR_SECONDS,
  refreshTokenSeconds: 30 * 24 * HOUR_SECONDS,
} as const;

/**
 * The browser's client. With rotation on, Cognito does not offer REFRESH_TOKEN_AUTH, only GetTokensFromRefreshToken:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
 */
export const webClient: AppClient = {
  id: APP_CLIENT_IDS['presspass-web'],
  name: 'presspass-web',
  hasSecret: false,
  authFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'],
  oauth: {
    flows: ['code'],
    scopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
    callbackUrls: ['http://localhost:4200/sign-in'],
    logoutUrls: ['http://localhost:4200/'],
    // The app runs where PORT says.
    loopbackPorts: 'any',
  },
  ...lifetimes,
  refreshTokenRotation: { retryGracePeriodSeconds: 10 },
  preventUserExistenceErrors: 'ENABLED',
};

/** The terminal's client, for the walk with the AWS command line. */
export const cliClient: AppClient = {
  id: APP_CLIENT_IDS['presspass-cli'],
  name: 'presspass-cli',
  hasSecret: false,
  authFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  ...lifetimes,
  preventUserExistenceErrors: 'ENABLED',
};

/** The user-sign-in function's client: it signs people in from a server. */
const signInApiClient: AppClient = {
  id: APP_CLIENT_IDS['sign-in-api'],
  name: 'sign-in-api',
  hasSecret: true,
  authFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  ...lifetimes,
  preventUserExistenceErrors: 'ENABLED',
};

/** The people pool: e-mail address as username, open sign-up, one group. */
export const peoplePool: PoolSettings = {
  id: PEOPLE_POOL_ID,
  name: 'presspass-people',
  region: REGION,
  selfSignUp: 'open',
  firstFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'],
  // Browsers make passkeys for this name without TLS, and not for an IP address.
  passkeys: { relyingPartyId: 'localhost', userVerification: 'preferred' },
  mfa: 'OPTIONAL',
  groups: [{ name: ADMIN_GROUP, description: 'Editors', precedence: 0 }],
  resourceServers: [],
  clients: [webClient, cliClient, signInApiClient],
};

/** A machine's client: it has no users, only a secret and scopes. */
function serviceClient(name: keyof typeof APP_CLIENT_IDS, scopes: string[]): AppClient {
  return {
    id: APP_CLIENT_IDS[name],
    name,
    hasSecret: true,
    authFlows: [],
    oauth: { flows: ['client_credentials'], scopes, callbackUrls: [], logoutUrls: [] },
    ...lifetimes,
    preventUserExistenceErrors: 'ENABLED',
  };
}

/** The services pool; each client is one service's, and has no more scopes than it needs. */
export const servicesPool: PoolSettings = {
  id: SERVICES_POOL_ID,
  name: 'presspass-services',
  region: REGION,
  selfSignUp: 'closed',
  firstFactors: ['PASSWORD'],
  mfa: 'OFF',
  groups: [],
  resourceServers: [
    {
      identifier: 'news',
      name: 'News API',
      scopes: [{ name: 'write', description: 'Publish articles' }],
    },
    {
      identifier: 'weather-api',
      name: 'Weather API Resource Server',
      scopes: [
        { name: 'post', description: 'Create weather events' },
        { name: 'get', description: 'Retrieve weather events' },
        { name: 'delete', description: 'Delete a weather event' },
      ],
    },
    {
      identifier: 'hello',
      name: 'Hello API',
      scopes: [{ name: 'read', description: 'Be greeted' }],
    },
  ],
  clients: [
    serviceClient('wire', ['news/write']),
    serviceClient('weather', ['weather-api/post', 'weather-api/get']),
    serviceClient('hello', ['hello/read']),
  ],
};
