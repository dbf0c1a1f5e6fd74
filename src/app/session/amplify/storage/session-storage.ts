import { DOCUMENT, Service, inject } from '@angular/core';
import { STORAGE_PREFIX } from '../../storage-prefix';
import { parseRecord, type SessionRecord } from './session-record';

/**
 * Where the session of this browser is kept: in this tab (`sessionStorage`), or else on this device
 * (`localStorage`). In the first load of every page: what writes is in `KeptSession`.
 */
@Service()
export class SessionStorage {
  readonly prefix = inject(STORAGE_PREFIX);
  readonly key = `${this.prefix}session`;
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

  readIn(name: 'sessionStorage' | 'localStorage'): SessionRecord | null {
    return parseRecord(this.area(name)?.getItem(this.key) ?? null);
  }

  read(): SessionRecord | null {
    return this.readIn('sessionStorage') ?? this.readIn('localStorage');
  }

  /** Takes away our session, and nobody else's. */
  clear(): void {
    this.area('sessionStorage')?.removeItem(this.key);
    this.area('localStorage')?.removeItem(this.key);
  }

  /** Calls `listener` when another tab may have changed what `read` answers. */
  watch(listener: () => void): void {
    this.window?.addEventListener('storage', ({ key }) => {
      // Without a key, everything was cleared.
      if (key === null || key === this.key) listener();
    });
    // A page that comes back from the back-forward cache has heard nothing meanwhile.
    this.window?.addEventListener('pageshow', listener);
  }
}
