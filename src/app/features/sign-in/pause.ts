import { DestroyRef, inject, signal } from '@angular/core';

/** Milliseconds between two codes: an e-mail takes a moment, and Cognito sends only a few per hour. */
const length = 30_000;

/** The time in which no other code can be asked for. To be made where one may inject. */
export class Pause {
  private readonly on = signal(false);
  private readonly destruction = inject(DestroyRef);
  readonly isOn = this.on.asReadonly();

  begin(): void {
    this.on.set(true);
    const timer = setTimeout(() => {
      this.on.set(false);
    }, length);
    this.destruction.onDestroy(() => {
      clearTimeout(timer);
    });
  }
}
