import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock } from '../../clock.ts';
import { openMailbox } from '../../mailbox/mailbox.ts';
import type { Mailbox } from '../../mailbox/mailbox.ts';
import { cliClient, peoplePool, webClient } from '../../seed/identities.ts';
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

export interface Tokens {
  AccessToken: string;
  IdToken: string;
  RefreshToken: string;
  ExpiresIn: number;
}

/** Real pools in a folder of their own, with a clock that can be moved. */
export class PoolUnderTest {
  readonly clock = new ManualClock();
  readonly folder = mkdtempSync(join(tmpdir(), 'presspass-pools-'));
  mailbox: Mailbox = openMailbox({ folder: this.folder, clock: this.clock });
  pools!: UserPools;

  static async open(): Promise<PoolUnderTest> {
    const test = new PoolUnderTest();
    await test.reopen();
    return test;
  }

  async reopen(options: Pick<UserPoolOptions, 'quotas' | 'pools'> = {}): Promise<void> {
    const { folder, clock, mailbox } = this;
    const pools = [peoplePool, closedPool];
    this.pools = await openUserPools({ folder, clock, mailbox, pools, ...options });
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
    this.pools.close();
    this.mailbox.close();
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

/** Serves pools over HTTP as Cognito's endpoint does. */
export async function serve(pools: UserPools): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    void answer(pools, request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${String(port)}/`, close };
}

async function answer(
  pools: UserPools,
  request: IncomingMessage,
): Promise<{ status: number; body: object }> {
  const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    const input: unknown = JSON.parse(Buffer.concat(chunks).toString());
    return { status: 200, body: await pools.perform(operation, input) };
  } catch (error) {
    // A refusal becomes an answer, as at the edge; anything else shows as a 500.
    if (!(error instanceof CognitoError)) return { status: 500, body: { message: String(error) } };
    return { status: error.status, body: { __type: error.type, message: error.message } };
  }
}
