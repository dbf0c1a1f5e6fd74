import { Injector, Service, computed, inject } from '@angular/core';
import { IdentityProvider, type TokenKind, type Tokens } from './identity/identity-provider';
import type { KeptSession } from './keeper/kept-session';
import { LOAD_KEEPER } from './keeper/load-keeper';
import { SESSION_FEATURES } from './session-feature';
import { SESSION_STATE, type SettledState, personOf } from './session-state';

/**
 * Who is using this browser. Only a definite refusal, or `signOut`, signs anybody out; a network
 * fault, a throttled or a failing server makes the session `unavailable`.
 *
 * What only a signed-in person needs is in `SessionKeeper`, which an anonymous reader never downloads.
 */
@Service()
export class Session {
  private readonly provider = inject(IdentityProvider);
  private readonly injector = inject(Injector);
  private readonly loadKeeper = inject(LOAD_KEEPER);
  private readonly current = inject(SESSION_STATE);
  private restoration: Promise<void> | undefined;
  private keeper: Promise<KeptSession> | undefined;

  readonly state = this.current.asReadonly();
  /** The signed-in person, also while the session is `unavailable`; `null` for everybody else. */
  readonly person = computed(() => personOf(this.state()));

  constructor() {
    const isInStep = inject(SESSION_FEATURES).some((feature) => feature.followsOtherTabs);
    this.provider.onChange((change) => {
      if (change.isElsewhere && !isInStep) return;
      // Where the code cannot be had, the next request asks for it again.
      this.keep().then((keeper) => keeper.follow(change), this.suspend);
    });
  }

  /** The state once it is known; the first call starts to restore the session this browser holds. */
  async settled(): Promise<SettledState> {
    for (;;) {
      const state = this.current();
      if (state.kind !== 'restoring') return state;
      await (this.restoration ??= this.restore());
    }
  }

  /** For showing and hiding doors. The API decides for itself. */
  isInGroup(name: string): boolean {
    return this.person()?.groups.includes(name) ?? false;
  }

  /** A valid token; `null` when nobody is signed in. Rejects when the sign-in service is away. */
  async token(kind: TokenKind): Promise<string | null> {
    return (await this.tokens())?.[kind] ?? null;
  }

  /** Both tokens, with the time they have left; as `token`. */
  async tokens(): Promise<Tokens | null> {
    const state = await this.settled();
    return state.kind === 'anonymous' ? null : (await this.keep()).tokens();
  }

  /**
   * A token other than the one that the API has `rejected`; `null` where there is none. A hundred
   * rejected requests cost one refresh: whoever comes after it gets what it brought.
   */
  async replacementToken(kind: TokenKind, rejected: string): Promise<string | null> {
    return (await this.keep()).replacementToken(kind, rejected);
  }

  /** Fetches new tokens, and with them the groups of now. Rejects when the sign-in service is away. */
  async refresh(): Promise<Tokens | null> {
    return (await this.keep()).refresh();
  }

  /** Asks again after `unavailable`. Never rejects: the state says how it went. */
  async retry(): Promise<SettledState> {
    if (this.current().kind === 'unavailable')
      await this.keep().then((keeper) => keeper.retry(), this.suspend);
    return this.settled();
  }

  /** Fetches the code that keeps a session, so that a sign-in need not wait for it. Never rejects. */
  async prepare(): Promise<void> {
    // Whatever needs the code asks for it again.
    await this.keep().catch(() => undefined);
  }

  /** Always ends the session in this browser; with `everywhere` on all devices, if the network lets it. */
  async signOut(options: { everywhere?: boolean } = {}): Promise<void> {
    // Whoever signs out is signed out, also where the code cannot be had.
    const keeper = await this.keep().catch(() => null);
    if (!keeper) this.current.set({ kind: 'anonymous' });
    await (keeper ?? this.provider).signOut(options);
  }

  private async restore(): Promise<void> {
    if (!this.provider.remembered()) {
      this.current.set({ kind: 'anonymous' });
      return;
    }
    // Asked at once: what the provider needs comes while the code does.
    const asked = this.provider.tokens({ forceRefresh: false });
    // `restore` meets a failure where it waits for the answer.
    asked.catch(() => undefined);
    await this.keep().then((keeper) => keeper.restore(asked), this.suspend);
  }

  private keep(): Promise<KeptSession> {
    this.keeper ??= this.loadKeeper().then(
      (keeper) => this.injector.get(keeper),
      (error: unknown) => {
        // The network may be back with the next call.
        this.keeper = undefined;
        throw error;
      },
    );
    return this.keeper;
  }

  private readonly suspend = (): void => {
    const person = this.person() ?? this.provider.remembered();
    this.current.set(
      person ? { kind: 'unavailable', person, trouble: 'away' } : { kind: 'anonymous' },
    );
  };
}
