import { mustPerform, perform, signIn } from '../pool-client.ts';
import type { Person } from '../about.ts';
import type { Random } from '../random.ts';
import type { Entity } from './entity.ts';

/** The sign-ins of somebody, with refresh tokens that rotate and are revoked. */
export class Session implements Entity {
  readonly name: string;
  readonly #person: Person;
  readonly #clientId: string;
  /** Of these one has to work: the latest that was acknowledged, or the one before it while a rotation was under way. */
  #valid: string[] = [];
  #revoked: string[] = [];
  #isRevoking = false;
  acknowledged = 0;

  /** The client rotates refresh tokens and leaves a minute of grace. */
  constructor(person: Person, clientId: string) {
    this.name = `session of ${person.email}`;
    this.#person = person;
    this.#clientId = clientId;
  }

  async write(url: string, random: Random): Promise<void> {
    const [token] = this.#valid;
    if (token === undefined) await this.#signIn(url);
    else if (random.happens(0.7)) await this.#rotate(url, token);
    else await this.#revoke(url, token);
    this.acknowledged += 1;
  }

  async check(url: string): Promise<string | undefined> {
    for (const token of this.#revoked.slice(-3)) {
      if (await this.#works(url, token)) return 'a refresh token works that was revoked';
    }
    const [token] = this.#valid;
    this.#valid = [];
    if (token === undefined) return undefined;
    const isWorking = await this.#works(url, token);
    if (isWorking || this.#isRevoking) return undefined;
    return 'no refresh token works any more';
  }

  async #signIn(url: string): Promise<void> {
    const { RefreshToken } = await signIn(url, this.#clientId, this.#person);
    this.#isRevoking = false;
    this.#valid = [RefreshToken];
  }

  /** Within the grace period the old one works too, for whoever never got the answer. */
  async #rotate(url: string, token: string): Promise<void> {
    const body = await mustPerform(url, 'GetTokensFromRefreshToken', this.#renewal(token));
    const { RefreshToken } = body['AuthenticationResult'] as { RefreshToken: string };
    this.#valid = [RefreshToken];
  }

  async #revoke(url: string, Token: string): Promise<void> {
    this.#isRevoking = true;
    await mustPerform(url, 'RevokeToken', { ClientId: this.#clientId, Token });
    this.#valid = [];
    this.#revoked.push(Token);
  }

  async #works(url: string, token: string): Promise<boolean> {
    const { status } = await perform(url, 'GetTokensFromRefreshToken', this.#renewal(token));
    return status === 200;
  }

  #renewal(RefreshToken: string): object {
    return { ClientId: this.#clientId, RefreshToken };
  }
}
