/**
 * Who there is to be authorized: what both the stand-in's user pools and those on AWS are made from. Scopes that
 * the contracts' operations name are defined here; ids, secrets and addresses are each place's own.
 */

/** The group whose members are editors. */
export const adminGroup = { name: 'admin', description: 'Editors', precedence: 0 } as const;

/** What a password must have, in both pools' words. */
export const passwordPolicy = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
} as const;

/** How people may begin to sign in; Cognito's AllowedFirstAuthFactors. */
export const firstFactors = ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] as const;

/** Whether a passkey must, or only should, make sure who holds the device. */
export const passkeyUserVerification = 'preferred';

const hourSeconds = 3600;

/** How long tokens live; ID and access tokens as short as Cognito's default, since no gateway asks whether they were revoked. */
export const tokenLifetimes = {
  idTokenSeconds: hourSeconds,
  accessTokenSeconds: hourSeconds,
  refreshTokenSeconds: 30 * 24 * hourSeconds,
} as const;

/** Where the app takes somebody who comes back from the pool's domain, below its origin. */
export const managedLoginPaths = { callback: '/sign-in', logout: '/' } as const;

/**
 * The app clients of the people pool. With rotation on, Cognito does not offer REFRESH_TOKEN_AUTH, only GetTokensFromRefreshToken:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
 */
export const peopleClients = {
  /** The browser's. */
  'presspass-web': {
    hasSecret: false,
    authFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'],
    managedLogin: {
      flows: ['code'],
      scopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
    },
    refreshTokenRotation: { retryGracePeriodSeconds: 10 },
  },
  /** The terminal's, for the walk with the AWS command line. */
  'presspass-cli': {
    hasSecret: false,
    authFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  },
  /** The user-sign-in function's: it signs people in from a server. */
  'sign-in-api': {
    hasSecret: true,
    authFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  },
} as const;

/** The machines, each an app client of the services pool with a secret, and with no more scopes than it needs. */
export const machines = {
  wire: { scopes: ['news/write'] },
  weather: { scopes: ['weather-api/post', 'weather-api/get'] },
  hello: { scopes: ['hello/read'] },
} as const;

/** A machine's name. */
export type MachineName = keyof typeof machines;

/** The APIs that define scopes, in the services pool; a scope's full name is `<identifier>/<name>`. */
export const resourceServers = [
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
] as const;
