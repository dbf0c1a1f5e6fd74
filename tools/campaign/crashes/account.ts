import { mustPerform, perform, signIn } from '../pool-client.ts';
import { Expected, impossible } from './entity.ts';
import type { Entity } from './entity.ts';

type State = 'unknown' | 'UNCONFIRMED' | 'CONFIRMED';

const PASSWORD = 'Press-Pass-2026';

/** Somebody who signs up and confirms, and whose name changes then. */
export class Account implements Entity {
  readonly name: string;
  readonly #poolId: string;
  readonly #clientId: string;
  readonly #state = new Expected<State>('unknown');
  readonly #nickname = new Expected('');
  #changes = 0;

  constructor(email: string, poolId: string, clientId: string) {
    this.name = email;
    this.#poolId = poolId;
    this.#clientId = clientId;
  }

  get acknowledged(): number {
    return this.#state.acknowledged + this.#nickname.acknowledged;
  }

  async write(url: string): Promise<void> {
    const { state } = this.#state;
    if (state === 'unknown') await this.#state.through('UNCONFIRMED', () => this.#signUp(url));
    else if (state === 'UNCONFIRMED')
      await this.#state.through('CONFIRMED', () => this.#confirm(url));
    else await this.#rename(url);
  }

  async check(url: string): Promise<string | undefined> {
    const { status, body } = await this.#look(url);
    const found = (status === 200 ? body['UserStatus'] : 'unknown') as State;
    const before = String(this.#state);
    if (!this.#state.isPossible(found)) return `is ${found}, must be ${before}`;
    if (found === 'unknown') return undefined;
    // A user who is there is whole: with a code that was mailed, or a password that opens.
    if (found === 'UNCONFIRMED') return this.#confirmed(url);
    const nickname = attribute(body, 'nickname');
    const expected = impossible(nickname, this.#nickname);
    if (!this.#nickname.isPossible(nickname)) return `nickname ${expected}`;
    return this.#opens(url);
  }

  async #confirmed(url: string): Promise<string | undefined> {
    if ((await this.#code(url)) === undefined)
      return 'has signed up, and there is no mail with a code';
    await this.#state.through('CONFIRMED', () => this.#confirm(url));
    return this.#opens(url);
  }

  async #opens(url: string): Promise<string | undefined> {
    await signIn(url, this.#clientId, { email: this.name, password: PASSWORD });
    return undefined;
  }

  #look(url: string): ReturnType<typeof perform> {
    return perform(url, 'AdminGetUser', { UserPoolId: this.#poolId, Username: this.name });
  }

  #signUp(url: string): Promise<unknown> {
    const UserAttributes = [{ Name: 'email', Value: this.name }];
    return mustPerform(url, 'SignUp', { ...this.#account, Password: PASSWORD, UserAttributes });
  }

  async #confirm(url: string): Promise<unknown> {
    const ConfirmationCode = await this.#code(url);
    return mustPerform(url, 'ConfirmSignUp', { ...this.#account, ConfirmationCode });
  }

  async #code(url: string): Promise<string | undefined> {
    const response = await fetch(`${url}/mailbox.json?to=${encodeURIComponent(this.name)}`);
    return ((await response.json()) as { code?: string }[])[0]?.code;
  }

  async #rename(url: string): Promise<void> {
    const Value = `name ${++this.#changes}`;
    const UserAttributes = [{ Name: 'nickname', Value }];
    const person = { UserPoolId: this.#poolId, Username: this.name };
    await this.#nickname.through(Value, () =>
      mustPerform(url, 'AdminUpdateUserAttributes', { ...person, UserAttributes }),
    );
  }

  get #account(): object {
    return { ClientId: this.#clientId, Username: this.name };
  }
}

function attribute(user: Record<string, unknown>, name: string): string {
  const attributes = user['UserAttributes'] as { Name: string; Value: string }[];
  return attributes.find(({ Name }) => Name === name)?.Value ?? '';
}
