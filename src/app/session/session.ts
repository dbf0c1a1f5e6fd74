import { Service, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Notices, type Notice } from '../platform/notices';
import { IdentityProvider, type TokenKind, type Tokens } from './identity/identity-provider';
import type { Person } from './identity/person';
import { signInAddress } from './return-address';
import { withDeadline } from './with-deadline';

export type SettledState =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'signed-in'; readonly person: Person }
  /** Somebody is signed in, but whether still so cannot be asked at the moment. */
  | { readonly kind: 'unavailable'; readonly person: Person };

export type SessionState = { readonly kind: 'restoring' } | SettledState;

/** Milliseconds that a sign-in server may take before it counts as away. */
const patience = 10_000;

/**
 * Who is using this browser. Only a definite refusal, or `signOut`, signs anybody out; a network
 * fault, a throttled or a failing server makes the session `unavailable`.
 */
@Service()
export class Session {
  private readonly provider = inject(IdentityProvider);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);

  private readonly current = signal<SessionState>({ kind: 'restoring' }, { equal: isSameState });
  private restoration: Promise<SettledState> | undefined;
  private reading: Promise<Tokens | null> | undefined;
  private refreshing: Promise<Tokens | null> | undefined;
  private endNotice: Notice | undefined;
  /** Counts sign-ins and sign-outs, so that an answer that was asked for before is not taken for one after. */
  private era = 0;

  readonly state = this.current.asReadonly();
  /** The signed-in person, also while the session is `unavailable`; `null` for everybody else. */
  readonly person = computed(() => personOf(this.state()));

  constructor() {
    this.provider.onChange((change) => {
      this.era++;
      // What was asked for before is not about who is here now.
      this.reading = this.refreshing = undefined;
      if (change.kind === 'signed-out') this.current.set({ kind: 'anonymous' });
      else void this.adopt();
    });
  }

  /** The state once it is known; the first call starts to restore the session this browser holds. */
  settled(): Promise<SettledState> {
    const state = this.current();
    if (state.kind !== 'restoring') return Promise.resolve(state);
    this.restoration ??= this.restore();
    return this.restoration;
  }

  /** For showing and hiding doors. The API decides for itself. */
  isInGroup(name: string): boolean {
    return this.person()?.groups.includes(name) ?? false;
  }

  /** A valid token; `null` when nobody is signed in. Rejects when the sign-in server is away. */
  async token(kind: TokenKind): Promise<string | null> {
    return (await this.tokens())?.[kind] ?? null;
  }

  /** Both tokens, with the time they have left; as `token`. */
  async tokens(): Promise<Tokens | null> {
    const state = await this.settled();
    return state.kind === 'anonymous' ? null : this.read();
  }

  /**
   * A token other than the one that the API has `rejected`. A hundred rejected requests cost one
   * refresh: whoever comes after it gets what it brought.
   */
  async replacementToken(kind: TokenKind, rejected: string): Promise<string | null> {
    const known = await this.token(kind);
    return known === rejected ? ((await this.refresh())?.[kind] ?? null) : known;
  }

  /** Fetches new tokens, and with them the groups of now. Rejects when the sign-in server is away. */
  refresh(): Promise<Tokens | null> {
    this.refreshing ??= this.load(true).finally(() => {
      this.refreshing = undefined;
    });
    return this.refreshing;
  }

  /** Asks again after `unavailable`. Never rejects: the state says how it went. */
  async retry(): Promise<SettledState> {
    if (this.current().kind === 'unavailable') await this.adopt();
    return this.settled();
  }

  /** Always ends the session in this browser; with `everywhere` on all devices, if the network lets it. */
  async signOut(options: { everywhere?: boolean } = {}): Promise<void> {
    // A refresh that is under way would store its tokens after they have been cleared.
    await Promise.allSettled([this.reading, this.refreshing]);
    this.era++;
    await this.provider.signOut(options);
    this.current.set({ kind: 'anonymous' });
  }

  private async restore(): Promise<SettledState> {
    if (!this.provider.remembered()) this.current.set({ kind: 'anonymous' });
    // An answer does not count when somebody signs in meanwhile, here or in another tab.
    while (this.current().kind === 'restoring') await this.adopt();
    return this.settled();
  }

  private async adopt(): Promise<void> {
    // A failure shows as `unavailable`.
    await this.read().catch(() => undefined);
  }

  private read(): Promise<Tokens | null> {
    if (this.refreshing) return this.refreshing;
    this.reading ??= this.load(false).finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async load(forceRefresh: boolean): Promise<Tokens | null> {
    const era = this.era;
    try {
      const tokens = await withDeadline(this.provider.tokens({ forceRefresh }), patience);
      if (era !== this.era) return tokens;
      if (tokens) this.enter(tokens.person);
      else this.end();
      return tokens;
    } catch (error) {
      // Not a refusal, so nobody is signed out; who asked for tokens learns that there are none now.
      if (era === this.era) this.suspend();
      throw error;
    }
  }

  private enter(person: Person): void {
    this.current.set({ kind: 'signed-in', person });
    if (this.endNotice && this.notices.current() === this.endNotice) this.notices.dismiss();
  }

  private suspend(): void {
    const person = this.person() ?? this.provider.remembered();
    this.current.set(person ? { kind: 'unavailable', person } : { kind: 'anonymous' });
  }

  private end(): void {
    const hasEndedBefore = this.current().kind === 'anonymous';
    this.current.set({ kind: 'anonymous' });
    if (hasEndedBefore) return;
    const from = this.router.url;
    this.endNotice = {
      text: 'Your session has ended. Sign in again to go on.',
      action: {
        label: 'Sign in',
        run: () => this.router.navigateByUrl(signInAddress(this.router, from)),
      },
    };
    this.notices.show(this.endNotice);
  }
}

function personOf(state: SessionState): Person | null {
  return 'person' in state ? state.person : null;
}

/** A refresh brings the same person again: nobody who shows them needs to know. */
function isSameState(one: SessionState, other: SessionState): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
