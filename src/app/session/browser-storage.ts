import { DOCUMENT, Service, inject } from '@angular/core';
import { STORAGE_PREFIX } from './storage-prefix';

/** What this browser keeps for the app. Every key is to begin with `prefix`. */
@Service()
export class BrowserStorage {
  readonly prefix = inject(STORAGE_PREFIX);
  readonly window = inject(DOCUMENT).defaultView;

  /** A storage; `undefined` where the browser has none for us. */
  area(name: 'sessionStorage' | 'localStorage'): Storage | undefined {
    try {
      return this.window?.[name];
    } catch {
      // A browser that is told to block all site data throws at the mere mention.
      return undefined;
    }
  }
}
