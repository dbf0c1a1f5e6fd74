import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { ManualClock, stoppedClock } from '../../clock.ts';
import { openMailbox } from '../../mailbox/mailbox.ts';
import type { Mailbox } from '../../mailbox/mailbox.ts';
import { REGION } from '../../seed/identities.ts';
import { openState } from '../../state/state.ts';
import type { State } from '../../state/state.ts';
import { openUserPools } from '../user-pools.ts';
import type { UserPools } from '../user-pools.ts';
import { serve } from './pool-under-test.ts';

/** The stand-in's own pools over HTTP, and the AWS SDK as their administrator's tool. */
export class Administrator {
  readonly clock = new ManualClock(stoppedClock());
  readonly folder = mkdtempSync(join(tmpdir(), 'presspass-administrator-'));
  state!: State;
  mailbox!: Mailbox;
  pools!: UserPools;
  cognito!: CognitoIdentityProvider;
  private stopServing: () => void = () => undefined;

  static async open(): Promise<Administrator> {
    const administrator = new Administrator();
    await administrator.start();
    return administrator;
  }

  /** What a restart does. */
  async reopen(): Promise<void> {
    this.stop();
    await this.start();
  }

  close(): void {
    this.stop();
    rmSync(this.folder, { recursive: true });
  }

  private async start(): Promise<void> {
    const { clock } = this;
    this.state = await openState(this.folder);
    const { database } = this.state;
    this.mailbox = openMailbox({ database, clock });
    this.pools = await openUserPools({ database, clock, mailbox: this.mailbox });
    const { url, close } = await serve(this.pools);
    this.stopServing = close;
    this.cognito = new CognitoIdentityProvider({
      endpoint: url,
      region: REGION,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    });
  }

  private stop(): void {
    this.cognito.destroy();
    this.stopServing();
    this.state.close();
  }
}

/** `Type: message` of what must be refused. */
export async function refusalOf(request: Promise<unknown>): Promise<string> {
  try {
    await request;
  } catch (error) {
    // The refusal is what the test asks for.
    assert.ok(error instanceof Error);
    return `${error.name}: ${error.message}`;
  }
  return 'no refusal';
}
