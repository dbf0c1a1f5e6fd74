import { Service, computed, inject } from '@angular/core';
import { IdentityProvider, type TokenKind, type Tokens } from './identity/identity-provider';
import { SessionKeeper } from './keeper/session-keeper';
import { SESSION_FEATURES } from './session-feature';
import { SESSION_STATE, type SettledState, personOf } from './session-state';

/**
 * Who is using this browser. Only a definite refusal, or `signOut`, signs anybody out; a network
 * fault, a throttled or a failing server makes the session `unavailable`.
 */
@Service()
export class Session {
  private readonly provider = inject(IdentityProvider);
  private readonly keeper = inject(SessionKeeper);
  private readonly current = inject(SESSION_STATE);
  private restoration: Promise<void> | undefined;

  readonly state = this.current.asReadonly();
  /** The signed-in person, also while the session is `unavailable`; `null` for everybody else. */
  readonly person = computed(() => personOf(this.state()));

  constructor() {
    const isInStep = inject(SESSION_FEATURES).some((feature) => feature.followsOtherTabs);
    this.provider.onChange((change) => {
      if (change.isElsewhere && !isInStep) return;
      void this.keeper.follow(change);
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
    return state.kind === 'anonymous' ? null : this.keeper.tokens();
  }

  /**
   * A token other than the one that the API has `rejected`; `null` where there is none. A hundred
   * rejected requests cost one refresh: whoever comes after it gets what it brought.
   */
  replacementToken(kind: TokenKind, rejected: string): Promise<string | null> {
    return this.keeper.replacementToken(kind, rejected);
  }

  /** Fetches new tokens, and with them the groups of now. Rejects when the sign-in service is away. */
  refresh(): Promise<Tokens | null> {
    return this.keeper.refresh();
  }

  /** Asks again after `unavailable`. Never rejects: the state says how it went. */
  async retry(): Promise<SettledState> {
    if (this.current().kind === 'unavailable') await this.keeper.retry();
    return this.settled();
  }

  /** Always ends the session in this browser; with `everywhere` on all devices, if the network lets it. */
  signOut(options: { everywhere?: boolean } = {}): Promise<void> {
    return this.keeper.signOut(options);
  }

  private async restore(): Promise<void> {
    if (this.provider.remembered()) await this.keeper.restore();
    else this.current.set({ kind: 'anonymous' });
  }
}
