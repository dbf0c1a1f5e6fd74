import { createHmac } from 'node:crypto';
import { TOTP } from 'otpauth';
import { PASSWORD, POOL, PoolUnderTest, openClient, passwordAuth } from './pool-under-test.ts';
import type { Tokens } from './pool-under-test.ts';
import type { AppClient } from '../directory/pool-settings.ts';

/** A client with a secret that allows every way of signing in. */
export const secretClient: AppClient = {
  ...openClient,
  id: '1secretclient0000000000001',
  name: 'secret',
  hasSecret: true,
  authFlows: [
    'ALLOW_ADMIN_USER_PASSWORD_AUTH',
    'ALLOW_USER_PASSWORD_AUTH',
    'ALLOW_USER_SRP_AUTH',
    'ALLOW_USER_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
  ],
};

/** The same without a secret. */
export const freeClient: AppClient = {
  ...secretClient,
  id: '1freeclient000000000000001',
  name: 'free',
  hasSecret: false,
};

/** What comes before a request: people in every state, their tokens, codes and sessions. */
export class Stage {
  readonly test: PoolUnderTest;
  #count = 0;

  private constructor(test: PoolUnderTest) {
    this.test = test;
  }

  static async open(): Promise<Stage> {
    const test = await PoolUnderTest.open();
    for (const client of [secretClient, freeClient]) test.pools.addAppClient(POOL, client);
    return new Stage(test);
  }

  /** A name that nothing has yet. */
  name(): string {
    this.#count += 1;
    return `name${String(this.#count)}`;
  }

  /** The address of somebody new, who can sign in unless `extra` says otherwise. */
  person(extra: object = {}): string {
    const email = `${this.name()}@example.test`;
    this.test.person(email, extra);
    return email;
  }

  async unconfirmed(): Promise<string> {
    const email = `${this.name()}@example.test`;
    await this.test.perform('SignUp', {
      ClientId: openClient.id,
      Username: email,
      Password: PASSWORD,
      UserAttributes: [{ Name: 'email', Value: email }],
    });
    return email;
  }

  async tokens(email = this.person(), client: AppClient = openClient): Promise<Tokens> {
    const answer = await this.test.perform<{ AuthenticationResult: Tokens }>(
      'InitiateAuth',
      passwordAuth(email, client),
    );
    return answer.AuthenticationResult;
  }

  async accessToken(): Promise<string> {
    return (await this.tokens()).AccessToken;
  }

  hash(username: string, client = secretClient): string {
    return createHmac('sha256', this.test.pools.clientSecret(client.id) ?? '')
      .update(username + client.id)
      .digest('base64');
  }

  /** The session of somebody who has to choose a new password. */
  async newPasswordSession(username: string, client = freeClient): Promise<string> {
    const { Session } = await this.test.perform<{ Session: string }>(
      'AdminInitiateAuth',
      this.adminSignIn(username, client),
    );
    return Session;
  }

  adminSignIn(username: string, client = secretClient): Record<string, unknown> {
    const parameters = { USERNAME: username, PASSWORD, SECRET_HASH: this.hash(username, client) };
    return {
      UserPoolId: POOL,
      ClientId: client.id,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: parameters,
    };
  }

  /** An access token whose user has begun to set up an authenticator app, and the code it shows. */
  async authenticator(): Promise<{ AccessToken: string; UserCode: string }> {
    const AccessToken = await this.accessToken();
    const { SecretCode } = await this.test.perform<{ SecretCode: string }>(
      'AssociateSoftwareToken',
      { AccessToken },
    );
    const timestamp = this.test.clock.now();
    return { AccessToken, UserCode: new TOTP({ secret: SecretCode }).generate({ timestamp }) };
  }

  /** The same, set up. */
  async withAuthenticator(): Promise<string> {
    const setUp = await this.authenticator();
    await this.test.perform('VerifySoftwareToken', setUp);
    return setUp.AccessToken;
  }

  async group(): Promise<string> {
    const GroupName = this.name();
    await this.test.perform('CreateGroup', { UserPoolId: POOL, GroupName });
    return GroupName;
  }

  async resourceServer(): Promise<Record<string, unknown>> {
    const server = { UserPoolId: POOL, Identifier: this.name(), Name: 'An API' };
    await this.test.perform('CreateResourceServer', server);
    return server;
  }

  async client(): Promise<string> {
    const answer = await this.test.perform<{ UserPoolClient: { ClientId: string } }>(
      'CreateUserPoolClient',
      { UserPoolId: POOL, ClientName: this.name() },
    );
    return answer.UserPoolClient.ClientId;
  }
}
