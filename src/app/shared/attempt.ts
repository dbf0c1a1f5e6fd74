import { computed, signal } from '@angular/core';
import { Problem } from './problem';

type AttemptState =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'done'; readonly words: string };

/** A write that a person asks for by a button, or by a form with `submission`: once at a time, and in words how it went. */
export class Attempt {
  private readonly state = signal<AttemptState>({ kind: 'idle' });
  readonly isBusy = computed(() => this.state().kind === 'busy');
  readonly problem = computed(() => {
    const state = this.state();
    return state.kind === 'failed' ? state.problem : null;
  });
  /** What has been done; empty where nothing has. */
  readonly success = computed(() => {
    const state = this.state();
    return state.kind === 'done' ? state.words : '';
  });

  /**
   * Runs `work`, which may say in words what it has done, unless it runs already. `true` where all went
   * well; a `Problem` shows as `problem`, whatever else is thrown is thrown on.
   */
  async run(work: () => Promise<string | undefined> | Promise<void>): Promise<boolean> {
    if (this.isBusy()) return false;
    this.state.set({ kind: 'busy' });
    try {
      this.state.set({ kind: 'done', words: (await work()) ?? '' });
      return true;
    } catch (error) {
      // Expected problems are told beside the button; others go to the error reporter.
      const isExpected = error instanceof Problem;
      this.state.set(isExpected ? { kind: 'failed', problem: error } : { kind: 'idle' });
      if (!isExpected) throw error;
      return false;
    }
  }

  forget(): void {
    if (!this.isBusy()) this.state.set({ kind: 'idle' });
  }
}
