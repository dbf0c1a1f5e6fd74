import { DestroyRef, inject, signal } from '@angular/core';

/** Milliseconds between two codes: an e-mail takes a moment, and Cognito sends only a few per hour. */
const length = 30_000;

/** The time in which no other code can be asked for. For injection contexts. */
export class CoolDown {
  private readonly running = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly isRunning = this.running.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
    });
  }

  begin(): void {
    this.running.set(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running.set(false);
    }, length);
  }
}
