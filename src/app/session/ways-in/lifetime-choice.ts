import { DOCUMENT, Service, inject, signal } from '@angular/core';
import type { SessionLifetime } from './session-lifetime';

/** Holds no secret: how the last person who signed in here wanted it. */
const key = 'session-lifetime-choice';

/** How long the next session is to last, as it was last chosen in this browser; at first, on this device. */
@Service()
export class LifetimeChoice {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<SessionLifetime>(this.last());

  readonly lifetime = this.chosen.asReadonly();

  choose(lifetime: SessionLifetime): void {
    this.chosen.set(lifetime);
    try {
      this.document.defaultView?.localStorage.setItem(key, lifetime);
    } catch {
      // Storage that is full or blocked: then the choice holds for this visit.
    }
  }

  private last(): SessionLifetime {
    try {
      const last = this.document.defaultView?.localStorage.getItem(key);
      return last === 'this-tab' ? 'this-tab' : 'this-device';
    } catch {
      // A browser that is told to block all site data throws at the mere mention.
      return 'this-device';
    }
  }
}
