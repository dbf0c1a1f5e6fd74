import type { StateDatabase } from '../state/state-database.ts';
import type { JWK } from 'jose';
import type { Clock } from '../clock.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { peoplePool, servicesPool } from '../seed/identities.ts';
import { Accounts } from './users/accounts.ts';
import { ChallengeSeal } from './sign-in/challenges.ts';
import { ClientSecrets } from './app-clients/client-secrets.ts';
import { cognitoError } from './cognito-error.ts';
import { createUser } from './users/create-user.ts';
import type { CreatedUser } from './users/create-user.ts';
import { CodeStore } from './users/codes.ts';
import { Input } from './request/input.ts';
import { openKeys } from './tokens/keys.ts';
import type { Keys } from './tokens/keys.ts';
import { Lockout } from './limits/lockout.ts';
import { AuthorizationCodes } from './oauth/authorization-codes.ts';
import { BrowserSessions } from './oauth/browser-sessions.ts';
import { answerOAuth } from './oauth/endpoints.ts';
import { FormTokens } from './oauth/form-tokens.ts';
import type { OAuthAnswer } from './oauth/oauth-answer.ts';
import type { OAuthRequest } from './oauth/oauth-request.ts';
import { openidConfiguration } from './oauth/openid-configuration.ts';
import { operations } from './operations.ts';
import { PoolDirectory } from './directory/pool-directory.ts';
import type { AppClient, PoolSettings } from './directory/pool-settings.ts';
import { Quotas } from './limits/quotas.ts';
import { RateLimits } from './limits/rate-limits.ts';
import { migrations } from './schema.ts';
import type { Services } from './services.ts';
import { SessionStore } from './tokens/sessions.ts';
import { Passkeys } from './passkeys/passkeys.ts';
import { SoftwareTokens } from './sign-in/software-tokens.ts';
import { issueExpiredTokens } from './tokens/expired-tokens.ts';
import type { ExpiredTokens } from './tokens/expired-tokens.ts';
import { TokenIssuer } from './tokens/tokens.ts';
import { transactionsOf } from './transaction.ts';
import { UserStore } from './users/user-store.ts';

export { CognitoError } from './cognito-error.ts';

/** The stand-in's Amazon Cognito user pools. */
export interface UserPools {
  /**
   * Runs one Cognito operation; `operation` is the part of X-Amz-Target after `AWSCognitoIdentityProviderService.`.
   * Resolves to what becomes the JSON answer, or rejects with a CognitoError.
   */
  perform(operation: string, input: unknown): Promise<object>;
  /** Answers one request to the pools' domain: /oauth2/*, /login, /logout. */
  oauth(request: OAuthRequest): Promise<OAuthAnswer>;
  /** A pool's public keys, as served at /<poolId>/.well-known/jwks.json; undefined for an unknown pool. */
  jwks(poolId: string): { keys: JWK[] } | undefined;
  /** A pool's OpenID configuration, with endpoints at `address`; undefined for an unknown pool. */
  openidConfiguration(poolId: string, address: string): object | undefined;
  /** Genuine tokens that ended an hour ago, of nobody; undefined when there is no such app client. */
  expiredTokens(clientId: string): Promise<ExpiredTokens | undefined>;
  /** Adds an app client until the process ends. */
  addAppClient(poolId: string, client: AppClient): void;
  /** Adds a user without mail or questions; one who is there already, but for a group, gets it. */
  createUser(poolId: string, user: CreatedUser): void;
  /** Whether there is such an app client: those that the stand-in comes with can be deleted. */
  hasClient(clientId: string): boolean;
  /** An app client's secret; undefined when it has none, or is none. */
  clientSecret(clientId: string): string | undefined;
}

/**
 * Where state lives, what time it is, and where mail goes: to the same database, so that a mail and what it tells of are kept together. `pools` are the stand-in's own unless given; with `quotas` on,
 * AWS's limits on requests a second hold.
 */
export interface UserPoolOptions {
  readonly database: StateDatabase;
  readonly clock: Clock;
  readonly mailbox: Mailbox;
  readonly pools?: readonly PoolSettings[];
  readonly quotas?: 'on' | 'off';
}

/** Opens the pools kept in a database, making keys and tables at the first start. Throws UnusableStateError. */
export async function openUserPools(options: UserPoolOptions): Promise<UserPools> {
  const { database, clock, pools = [peoplePool, servicesPool] } = options;
  database.migrate('user-pools', migrations);
  const keys = await openKeys(
    database,
    pools.map((pool) => pool.id),
  );
  const services = compose(options, keys, new PoolDirectory(pools, database, clock));
  return {
    ...facade(services),
    expiredTokens: async (clientId) => {
      const { directory, users } = services;
      const known = directory.findClient(clientId);
      return known && issueExpiredTokens([keys.pools, directory, users, clock], known);
    },
  };
}

function compose(
  { database, clock, mailbox, quotas }: UserPoolOptions,
  { secret, pools }: Keys,
  directory: PoolDirectory,
): Services {
  const users = new UserStore(database);
  return {
    transaction: transactionsOf(database),
    clock,
    mailbox,
    directory,
    secrets: new ClientSecrets(secret),
    users,
    accounts: new Accounts(users, secret),
    sessions: new SessionStore(database, clock),
    passkeys: new Passkeys(database),
    softwareTokens: new SoftwareTokens(database, clock, secret),
    tokens: new TokenIssuer(pools, directory, users, clock),
    codes: new CodeStore(database, clock, secret),
    authorizationCodes: new AuthorizationCodes(database, clock),
    browserSessions: new BrowserSessions(database, clock),
    formTokens: new FormTokens(secret),
    challenges: new ChallengeSeal(database, clock, secret),
    lockout: new Lockout(database, clock),
    quotas: new Quotas(database, clock),
    rateLimits: new RateLimits(clock, quotas === 'on'),
  };
}

function facade(services: Services): Omit<UserPools, 'expiredTokens'> {
  const { directory, secrets, tokens } = services;
  return {
    perform: async (name, body) => {
      const operation = operations.get(name);
      if (!operation) {
        const message = `${name.slice(0, 64)} is not emulated by the Presspass stand-in`;
        throw cognitoError('UnknownOperationException', message);
      }
      services.rateLimits.take(operation.rate);
      const input = new Input(body);
      const user = input.namedUser();
      if (user !== undefined) services.rateLimits.takeFor(user);
      return operation.run(services, input);
    },
    oauth: (request) => answerOAuth(services, request),
    jwks: (poolId) => tokens.jwks(poolId),
    openidConfiguration: (poolId, address) => {
      const pool = directory.findPool(poolId);
      return pool && openidConfiguration(pool, address);
    },
    addAppClient: (poolId, client) => {
      directory.addAppClient(poolId, client);
    },
    createUser: (poolId, user) => {
      services.transaction(() => {
        createUser(services, directory.pool(poolId), user);
      });
    },
    hasClient: (clientId) => directory.findClient(clientId) !== undefined,
    clientSecret: (clientId) => {
      const found = directory.findClient(clientId);
      return found && secrets.of(found.client);
    },
  };
}
