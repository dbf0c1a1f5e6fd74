import { Service, inject, signal } from '@angular/core';
import { BrowserStorage } from '../browser-storage';
import type { SessionLifetime } from '../identity/session-lifetime';

/** How long the next session is to last, as it was last chosen in this browser; at first, on this device. */
@Service()
export class LifetimeChoice {
  private readonly storage = inject(BrowserStorage);
  /** Holds no secret: how the last person who signed in here wanted it. */
  private readonly key = `${this.storage.prefix}lifetime-choice`;
  private readonly chosen = signal<SessionLifetime>(this.last());

  readonly lifetime = this.chosen.asReadonly();

  choose(lifetime: SessionLifetime): void {
    this.chosen.set(lifetime);
    try {
      this.storage.area('localStorage')?.setItem(this.key, lifetime);
    } catch {
      // Full: then the choice holds for this visit.
    }
  }

  private last(): SessionLifetime {
    const last = this.storage.area('localStorage')?.getItem(this.key);
    return last === 'this-tab' ? last : 'this-device';
  }
}
