import { Service, computed, effect, inject, resource, signal, untracked } from '@angular/core';
import { Session, type Tokens } from '../../session';
import { ApiProblem } from '../../shared/api-problem';
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
  private readonly issued = resource({ loader: () => this.endedTokens.issued() });
  private readonly monotonic = signal(performance.now());

  readonly state = this.current.asReadonly();
  readonly wallet = computed<Wallet | null>(() => {
    const state = this.state();
    if (state.kind !== 'held') return null;
    const { held } = state;
    const now = held.poolOffset + this.monotonic();
    const pairs = [held, ...this.earlier()];
    const own = pairs.find(
      ({ id, access }) => Math.max(endOf(id.claims), endOf(access.claims)) <= now,
    );
    return { held, now, ended: own ?? this.issued.value() ?? null };
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
  }

  /** Takes the time, for everything that is shown with it. */
  tick(): void {
    this.monotonic.set(performance.now());
  }

  /** Shows the tokens that the session has now. A failure shows as `away`. */
  async read(): Promise<void> {
    await this.take(() => this.session.tokens());
  }

  /** Asks for other tokens, and tells what they changed. Rejects with a problem when there are none to be had. */
  async refresh(): Promise<string> {
    const before = this.current();
    const hasCome = await this.take(() => this.session.refresh());
    const after = this.current();
    if (hasCome && before.kind === 'held' && after.kind === 'held') {
      return tokenChanges(before.held, after.held);
    }
    throw new ApiProblem(
      'unreachable',
      'No new tokens could be had. Check your connection, then try again.',
    );
  }

  private async take(ask: () => Promise<Tokens | null>): Promise<boolean> {
    try {
      this.show(await ask());
      return true;
    } catch {
      // The session says in the masthead what is the matter; what was shown stays readable.
      if (this.current().kind !== 'held') this.current.set({ kind: 'away' });
      return false;
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
    if (before.kind === 'held') this.keep(before.held, held);
    this.current.set({ kind: 'held', held });
  }

  /** Tokens that have been replaced, but none of somebody who was here before. */
  private keep(before: HeldTokens, now: HeldTokens): void {
    if (before.id.claims['sub'] !== now.id.claims['sub']) this.earlier.set([]);
    else if (before.id.text !== now.id.text) {
      this.earlier.update((pairs) => [before, ...pairs].slice(0, mostEarlier));
    }
  }

  private forget(): void {
    this.current.set({ kind: 'gone' });
    this.earlier.set([]);
  }
}
