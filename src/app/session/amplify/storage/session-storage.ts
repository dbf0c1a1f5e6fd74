import { Service } from '@angular/core';
import { BrowserStorage } from '../../browser-storage';
import { parseRecord, type SessionRecord } from './session-record';

/**
 * Where the session of this browser is kept: in this tab (`sessionStorage`), or else on this device
 * (`localStorage`). In the first load of every page: what writes is in `StoredSession`.
 */
@Service()
export class SessionStorage extends BrowserStorage {
  readonly key = `${this.prefix}session`;

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
