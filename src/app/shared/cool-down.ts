import { DestroyRef, inject, signal } from '@angular/core';

/** Milliseconds between two codes: an e-mail takes a moment, and Cognito sends only a few per hour. */
const length = 30_000;

/** The time in which no other code can be asked for. For injection contexts. */
export class CoolDown {
  private readonly running = signal(false);
  private readonly destruction = inject(DestroyRef);
  readonly isRunning = this.running.asReadonly();

  begin(): void {
    this.running.set(true);
    const timer = setTimeout(() => {
      this.running.set(false);
    }, length);
    this.destruction.onDestroy(() => {
      clearTimeout(timer);
    });
  }
}
