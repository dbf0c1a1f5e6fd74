import { Service, computed, effect, inject, signal, untracked } from '@angular/core';
import { Session, type Tokens } from '../../session';
import type { DecodedToken } from './decoded-token';
import { EndedTokens } from './ended-tokens';
import { endOf, heldTokens, type HeldTokens } from './held-tokens';
import type { Wallet } from './presented-token';
import { tokenChanges } from './token-changes';

/** How a look at the tokens went. */
export type PassState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'held'; readonly held: HeldTokens }
  /** The tokens cannot be had now. */
  | { readonly kind: 'away' }
  /** Nobody is signed in any more. */
  | { readonly kind: 'gone' };

/** How many pairs of tokens that have been replaced are kept until they end. */
const mostEarlier = 5;

/** The tokens of the session while one looks at them, those that came before, and the user pool's time. Nothing is stored. */
@Service({ autoProvided: false })
export class Passes {
  private readonly session = inject(Session);
  private readonly endedTokens = inject(EndedTokens);

  private readonly current = signal<PassState>({ kind: 'reading' });
  private readonly earlier = signal<readonly HeldTokens[]>([]);
  private readonly issued = signal<Wallet['ended']>(null);
  private readonly monotonic = signal(performance.now());

  readonly state = this.current.asReadonly();
  readonly wallet = computed<Wallet | null>(() => {
    const state = this.state();
    if (state.kind !== 'held') return null;
    const { held } = state;
    const now = held.poolOffset + this.monotonic();
    const own = this.earlier().find(
      (pair) => Math.max(endsAt(pair.id), endsAt(pair.access)) <= now,
    );
    return { held, now, ended: own ?? this.issued() };
  });

  constructor() {
    // Whoever is signed in elsewhere, or with other groups, has other tokens.
    effect(() => {
      const person = this.session.person();
      untracked(() => {
        if (person === null) this.forget();
        else void this.read();
      });
    });
    void this.endedTokens.issued().then((tokens) => {
      this.issued.set(tokens);
    });
  }

  /** Takes the time, for everything that is shown with it. */
  tick(): void {
    this.monotonic.set(performance.now());
  }

  /** Shows the tokens that the session has now. A failure shows as `away`. */
  async read(): Promise<void> {
    await this.take(() => this.session.tokens());
  }

  /** Asks for other tokens, and tells what they changed; `null` when there are none to be had. */
  async refresh(): Promise<string | null> {
    const before = this.wallet()?.held;
    await this.take(() => this.session.refresh(), before);
    const state = this.current();
    return before && state.kind === 'held' ? tokenChanges(before, state.held) : null;
  }

  private async take(ask: () => Promise<Tokens | null>, before?: HeldTokens): Promise<void> {
    try {
      this.show(await ask());
    } catch {
      // The session says in the masthead what is the matter; what was shown stays readable.
      if (!before && this.current().kind !== 'held') this.current.set({ kind: 'away' });
    }
  }

  private show(tokens: Tokens | null): void {
    this.tick();
    const held = tokens && heldTokens(tokens, this.monotonic());
    if (!held) {
      this.forget();
      return;
    }
    const before = this.current();
    this.current.set({ kind: 'held', held });
    if (before.kind === 'held' && before.held.id.text !== held.id.text) {
      this.earlier.update((pairs) => [before.held, ...pairs].slice(0, mostEarlier));
    }
  }

  private forget(): void {
    this.current.set({ kind: 'gone' });
    this.earlier.set([]);
  }
}

const endsAt = ({ claims }: DecodedToken): number => endOf(claims);
