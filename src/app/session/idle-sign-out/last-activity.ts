import { DestroyRef, inject } from '@angular/core';
import { BrowserStorage } from '../browser-storage';
import type { SessionLifetime } from '../identity/session-lifetime';

/** Milliseconds: activity is told to other tabs, and kept, no more often. */
const grain = 5_000;

/** When somebody last did something in a session, in any tab, also before a reload or a restart. */
export class LastActivity {
  private readonly browser = inject(BrowserStorage);
  private readonly key = `${this.browser.prefix}activity`;
  private readonly channel = new BroadcastChannel(this.key);
  private session = '';
  private storage: Storage | undefined;
  private at = 0;
  private keptAt = 0;

  /** `onElsewhere` is called when somebody has done something in another tab. In an injection context. */
  constructor(onElsewhere: () => void) {
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data !== this.session) return;
      this.at = Date.now();
      onElsewhere();
    };
    inject(DestroyRef).onDestroy(() => {
      this.channel.close();
    });
  }

  /** From now on it is about `session`, a name that each sign-in has of its own; kept for as long as it lasts. */
  begin(session: string, lifetime: SessionLifetime): void {
    if (session === this.session) return;
    this.session = session;
    this.storage = this.browser.area(lifetime === 'this-tab' ? 'sessionStorage' : 'localStorage');
    const [keptSession, keptAt] = this.storage?.getItem(this.key)?.split(' ') ?? [];
    const at = keptSession === session ? Number(keptAt) : NaN;
    // What stands in storage may be no time at all, and nobody would ever be idle since then.
    this.at = Number.isNaN(at) ? Date.now() : at;
    this.keep();
  }

  /** Somebody does something here. */
  note(): void {
    this.at = Date.now();
    if (this.at - this.keptAt < grain && this.at >= this.keptAt) return;
    this.keep();
    this.channel.postMessage(this.session);
  }

  end(): void {
    this.session = '';
    this.storage?.removeItem(this.key);
  }

  /** Milliseconds. */
  get idleFor(): number {
    // A clock that was set back would otherwise owe somebody hours.
    this.at = Math.min(this.at, Date.now());
    return Date.now() - this.at;
  }

  private keep(): void {
    this.keptAt = this.at;
    try {
      this.storage?.setItem(this.key, `${this.session} ${String(this.at)}`);
    } catch {
      // A full or a forbidden storage: then it is this document alone that remembers.
    }
  }
}
