import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManualClock, stoppedClock } from '../../clock.ts';
import { answerOAuth } from '../../edge/oauth-endpoint.ts';
import { listen } from '../../http/server.ts';
import type { Listening } from '../../http/server.ts';
import { openMailbox } from '../../mailbox/mailbox.ts';
import type { Mailbox } from '../../mailbox/mailbox.ts';
import { peoplePool, servicesPool } from '../../seed/identities.ts';
import { openState } from '../../state/state.ts';
import type { State } from '../../state/state.ts';
import { openUserPools } from '../user-pools.ts';
import type { UserPoolOptions, UserPools } from '../user-pools.ts';

/** What the token endpoint answers. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly id_token?: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
  readonly token_type: string;
  readonly error?: string;
}

/** The pools' domain over real HTTP, with real pools and a clock that can be moved. */
export class DomainUnderTest {
  readonly clock = new ManualClock(stoppedClock());
  readonly folder = mkdtempSync(join(tmpdir(), 'presspass-domain-'));
  state!: State;
  mailbox!: Mailbox;
  pools!: UserPools;
  private server!: Listening;

  static async open(
    options: Pick<UserPoolOptions, 'quotas' | 'pools'> = {},
  ): Promise<DomainUnderTest> {
    const domain = new DomainUnderTest();
    const { clock } = domain;
    domain.state = await openState(domain.folder);
    const { database } = domain.state;
    const mailbox = openMailbox({ database, clock });
    domain.mailbox = mailbox;
    const pools = [peoplePool, servicesPool];
    domain.pools = await openUserPools({ database, clock, mailbox, pools, ...options });
    domain.server = await listen(0, (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      answerOAuth(domain.pools, { pathname, searchParams }, request, response).catch(
        (defect: unknown) => {
          // As in the stand-in: a defect is one answer, and shows in the terminal.
          console.error(defect);
          response.writeHead(500).end();
        },
      );
    });
    return domain;
  }

  get url(): string {
    return `http://localhost:${String(this.server.port)}`;
  }

  /** Posts a form. */
  post(
    path: string,
    form: Record<string, string> | string,
    headers: object = {},
  ): Promise<Response> {
    return fetch(this.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(form).toString(),
    });
  }

  /** Asks for a token; the client authenticates in the form. */
  async token(form: Record<string, string>): Promise<TokenAnswer> {
    return (await (await this.post('/oauth2/token', form)).json()) as TokenAnswer;
  }

  async close(): Promise<void> {
    await this.server.close();
    this.state.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** `status error`, and the answer has nothing but the error. */
export async function refusalIn(response: Response): Promise<string> {
  const { error, ...others } = (await response.json()) as Record<string, unknown>;
  const more = Object.keys(others).join(' ');
  return [response.status, error, more].filter(Boolean).join(' ');
}

/** The value of an Authorization header. */
export function basic(id: string, secret: string): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}
