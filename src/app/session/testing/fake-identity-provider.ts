import {
  IdentityProvider,
  type IdentityChange,
  type TokenKind,
  type Tokens,
} from '../identity/identity-provider';
import type { Person } from '../identity/person';

export const reader: Person = { id: 'reader-1', email: 'reader@presspass.test', groups: [] };
export const editor: Person = { id: 'editor-1', email: 'editor@presspass.test', groups: ['admin'] };

/** Tokens of a person; `edition` tells one pair from the next. */
export function tokensOf(person: Person, edition = 1): Tokens {
  const token = (kind: TokenKind) => `${kind}-token-${String(edition)}-of-${person.id}`;
  return { id: token('id'), access: token('access'), person, remaining: 3_600_000 };
}

/**
 * An identity provider in memory. What it answers next is set by `signedIn`, `refuse` and `fail`;
 * `calls` lists what it was asked.
 */
export class FakeIdentityProvider extends IdentityProvider {
  readonly calls: string[] = [];
  private person: Person | null = null;
  private edition = 1;
  private failure: Error | undefined;
  private isRefusing = false;
  private readonly listeners: ((change: IdentityChange) => void)[] = [];

  /** This browser holds a session of `person`. */
  signedIn(person: Person): this {
    this.person = person;
    return this;
  }

  /** From now on the provider says that the session has ended. */
  refuse(): this {
    this.isRefusing = true;
    return this;
  }

  /** Every call rejects with `error`. */
  fail(error: Error = new TypeError('Failed to fetch')): this {
    this.failure = error;
    return this;
  }

  /** All is well again. */
  recover(): this {
    this.failure = undefined;
    this.isRefusing = false;
    return this;
  }

  /** Somebody signs in on the sign-in page or in another tab. */
  announce(
    kind: IdentityChange['kind'],
    person: Person | null = null,
    { isElsewhere = false } = {},
  ): void {
    this.person = person;
    for (const listener of this.listeners) listener({ kind, isElsewhere });
  }

  override remembered(): Person | null {
    return this.person;
  }

  override tokens({ forceRefresh }: { forceRefresh: boolean }): Promise<Tokens | null> {
    return this.answer(forceRefresh ? 'refresh' : 'tokens', () => {
      if (this.isRefusing) this.person = null;
      if (forceRefresh) this.edition++;
      return this.person && tokensOf(this.person, this.edition);
    });
  }

  override signOut({ everywhere = false } = {}): Promise<void> {
    this.calls.push(everywhere ? 'signOut everywhere' : 'signOut');
    this.person = null;
    return Promise.resolve();
  }

  override onChange(listener: (change: IdentityChange) => void): void {
    this.listeners.push(listener);
  }

  override prepare(): Promise<void> {
    return this.answer('prepare', () => undefined);
  }

  /** Answers a moment later, as a network would. */
  private async answer<Answer>(call: string, answer: () => Answer): Promise<Answer> {
    this.calls.push(call);
    await Promise.resolve();
    if (this.failure) throw this.failure;
    return answer();
  }
}
