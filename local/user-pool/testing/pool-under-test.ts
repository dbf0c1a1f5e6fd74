import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock, stoppedClock } from '../../clock.ts';
import { answerCognito } from '../../edge/cognito-endpoint.ts';
import { listen } from '../../http/server.ts';
import { openMailbox } from '../../mailbox/mailbox.ts';
import type { Mailbox } from '../../mailbox/mailbox.ts';
import { cliClient, peoplePool, webClient } from '../../seed/identities.ts';
import { openState } from '../../state/state.ts';
import type { State } from '../../state/state.ts';
import type { AppClient, PoolSettings } from '../directory/pool-settings.ts';
import { CognitoError, openUserPools } from '../user-pools.ts';
import type { UserPoolOptions, UserPools } from '../user-pools.ts';

export const PASSWORD = 'Press-Pass-2026';
export const POOL = peoplePool.id;

/** A client that allows every flow that works without rotation, so that one test can compare them. */
export const openClient: AppClient = {
  ...cliClient,
  id: '1openclient000000000000001',
  name: 'open',
  authFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
};

/** As `openClient`, but it tells when a user does not exist. */
export const legacyClient: AppClient = {
  ...openClient,
  id: '1legacyclient0000000000001',
  preventUserExistenceErrors: 'LEGACY',
};

/** A client with password sign-in and rotation. */
export const rotatingClient: AppClient = {
  ...webClient,
  id: '1rotatingclient00000000001',
  authFlows: ['ALLOW_USER_PASSWORD_AUTH'],
};

/** A pool that nobody can sign up to. */
export const closedPool: PoolSettings = {
  ...peoplePool,
  id: 'eu-west-1_closed001',
  selfSignUp: 'closed',
  clients: [{ ...openClient, id: '1closedclient0000000000001' }],
};

/** A pool that wants a second factor of everybody, with one client. */
export const poolWithMfa = (client: AppClient): PoolSettings => ({
  ...peoplePool,
  id: 'eu-west-1_strict001',
  mfa: 'ON',
  clients: [client],
});

export interface Tokens {
  AccessToken: string;
  IdToken: string;
  RefreshToken: string;
  ExpiresIn: number;
}

/** Real pools in a folder of their own, with a clock that can be moved. */
export class PoolUnderTest {
  readonly clock = new ManualClock(stoppedClock());
  readonly folder = mkdtempSync(join(tmpdir(), 'presspass-pools-'));
  state!: State;
  mailbox!: Mailbox;
  pools!: UserPools;

  static async open(): Promise<PoolUnderTest> {
    const test = new PoolUnderTest();
    await test.start();
    return test;
  }

  /** What a restart does. */
  async reopen(options: Pick<UserPoolOptions, 'quotas' | 'pools'> = {}): Promise<void> {
    this.state.close();
    await this.start(options);
  }

  private async start(options: Pick<UserPoolOptions, 'quotas' | 'pools'> = {}): Promise<void> {
    const { clock } = this;
    this.state = await openState(this.folder);
    const { database } = this.state;
    this.mailbox = openMailbox({ database, clock });
    const pools = [peoplePool, closedPool];
    this.pools = await openUserPools({
      ...{ database, clock, mailbox: this.mailbox, pools },
      ...options,
    });
    for (const client of [openClient, legacyClient, rotatingClient]) {
      this.pools.addAppClient(POOL, client);
    }
  }

  /** Runs an operation; the answer's shape is the test's to know. */
  async perform<T = Record<string, unknown>>(operation: string, input: unknown): Promise<T> {
    return (await this.pools.perform(operation, input)) as T;
  }

  /** Runs an operation that must be refused; `Type: message`. */
  async refusal(operation: string, input: unknown): Promise<string> {
    try {
      await this.pools.perform(operation, input);
    } catch (error) {
      // The refusal is what the test asks for; anything else is a defect.
      if (error instanceof CognitoError) return `${error.type}: ${error.message}`;
      throw error;
    }
    return 'no refusal';
  }

  person(email: string, extra: object = {}): void {
    this.pools.createUser(POOL, { email, password: PASSWORD, ...extra });
  }

  async signIn(email: string, client = openClient, password = PASSWORD): Promise<Tokens> {
    const answer = await this.perform<{ AuthenticationResult: Tokens }>(
      'InitiateAuth',
      passwordAuth(email, client, password),
    );
    return answer.AuthenticationResult;
  }

  code(email: string): string {
    return this.mailbox.list(email)[0]?.code ?? 'no code';
  }

  close(): void {
    this.state.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** The input of a password sign-in. */
export function passwordAuth(email: string, client = openClient, password = PASSWORD): object {
  return {
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: client.id,
    AuthParameters: { USERNAME: email, PASSWORD: password },
  };
}

/** A code that is certainly not `right`. */
export function otherThan(right: string): string {
  return right === '000000' ? '000001' : '000000';
}

/** Serves pools over HTTP, by the edge's own endpoint. */
export async function serve(pools: UserPools): Promise<{ url: string; close: () => void }> {
  const server = await listen(0, (request, response) => {
    const [, operation = ''] = String(request.headers['x-amz-target']).split('.');
    void answerCognito(pools, operation, request, response);
  });
  const close = (): void => {
    void server.close();
  };
  return { url: `http://127.0.0.1:${String(server.port)}/`, close };
}
