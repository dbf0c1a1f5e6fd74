import { computed, signal } from '@angular/core';
import { IdentityProblem } from '../../session/account';

type AttemptState =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'done'; readonly words: string };

/** Something that a person asks for, by a form or a button: once at a time, and in words how it went. */
export class Attempt {
  private readonly current = signal<AttemptState>({ kind: 'idle' });
  readonly isBusy = computed(() => this.current().kind === 'busy');
  /** What went wrong; empty where nothing has. */
  readonly problem = computed(() => wordsOf(this.current(), 'failed'));
  readonly success = computed(() => wordsOf(this.current(), 'done'));

  /**
   * Runs `work`, which says in words what it has done, unless it runs already. `true` where all went
   * well; an expected failure shows as `problem`, others are thrown on.
   */
  async run(work: () => Promise<string>): Promise<boolean> {
    if (this.isBusy()) return false;
    this.current.set({ kind: 'busy' });
    try {
      this.current.set({ kind: 'done', words: await work() });
      return true;
    } catch (error) {
      // Expected problems are told beside the form; others go to the error reporter.
      const isExpected = error instanceof IdentityProblem;
      this.current.set(isExpected ? { kind: 'failed', words: error.message } : { kind: 'idle' });
      if (!isExpected) throw error;
      return false;
    }
  }

  /** Something that is wrong before anybody has to be asked. */
  refuse(words: string): void {
    this.current.set({ kind: 'failed', words });
  }

  forget(): void {
    if (!this.isBusy()) this.current.set({ kind: 'idle' });
  }
}

function wordsOf(state: AttemptState, kind: 'failed' | 'done'): string {
  return state.kind === kind ? state.words : '';
}
