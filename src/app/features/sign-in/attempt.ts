import { type Signal, signal } from '@angular/core';
import { type IdentityProblem, toIdentityProblem } from '../../session/ways-in';

export type AttemptState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working' }
  | { readonly kind: 'refused'; readonly problem: IdentityProblem };

/** One thing at a time that can fail: a second submission of the same form does nothing. */
export class Attempt {
  private readonly current = signal<AttemptState>({ kind: 'idle' });
  readonly state: Signal<AttemptState> = this.current.asReadonly();

  /** What `work` brought; `undefined` when it failed, which the state then tells, or when something is under way. */
  async run<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    if (this.current().kind === 'working') return undefined;
    this.current.set({ kind: 'working' });
    try {
      const result = await work();
      this.current.set({ kind: 'idle' });
      return result;
    } catch (error) {
      // Said where it happened, in words that tell what to do.
      this.refuse(toIdentityProblem(error));
      return undefined;
    }
  }

  refuse(problem: IdentityProblem): void {
    this.current.set({ kind: 'refused', problem });
  }

  clear(): void {
    this.current.set({ kind: 'idle' });
  }
}
