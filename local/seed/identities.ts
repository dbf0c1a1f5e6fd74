import type { AppClient, PoolSettings } from '../user-pool/pool-settings.ts';

/** Where the stand-in pretends to be. */
export const REGION = 'eu-west-1';

/** The pool of readers and editors. Ids are fixed, so that configuration outlives a reset. */
export const PEOPLE_POOL_ID = 'eu-west-1_pressPe0p';

/** The group whose members are editors. */
const ADMIN_GROUP = 'admin';

/** App client ids by name. Cognito's are 26 lower-case letters and digits, and so are these. */
export const APP_CLIENT_IDS = {
  'presspass-web': '1presspassweb0000000000001',
  'presspass-cli': '1presspasscli0000000000001',
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
  authFlows: ['ALLOW_USER_SRP_AUTH'],
  ...lifetimes,
  refreshTokenRotation: { retryGracePeriodSeconds: 10 },
  preventUserExistenceErrors: 'ENABLED',
};

/** The terminal's client, for the walk with the AWS command line. */
export const cliClient: AppClient = {
  id: APP_CLIENT_IDS['presspass-cli'],
  name: 'presspass-cli',
  authFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  ...lifetimes,
  preventUserExistenceErrors: 'ENABLED',
};

/** The people pool: e-mail address as username, open sign-up, one group. */
export const peoplePool: PoolSettings = {
  id: PEOPLE_POOL_ID,
  region: REGION,
  selfSignUp: 'open',
  groups: [ADMIN_GROUP],
  clients: [webClient, cliClient],
};
