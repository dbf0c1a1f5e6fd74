import type { SessionLifetime } from '../../identity/session-lifetime';
import { SessionNotKept } from './session-not-kept';
import type { SessionRecord } from './session-record';
import type { SessionStorage } from './session-storage';
import { type TwinMessage, TwinTabs } from './twin-tabs';

type Area = 'sessionStorage' | 'localStorage';

/** Writes the session that this browser keeps, where the person wanted it. */
export class StoredSession {
  private readonly storage: SessionStorage;
  private readonly client: string;
  private readonly listeners = new Set<() => void>();
  private readonly twins: TwinTabs;
  private chosen: SessionLifetime | undefined;

  constructor(storage: SessionStorage, client: string) {
    this.storage = storage;
    this.client = client;
    this.twins = new TwinTabs(storage.key, (message) => {
      this.hear(message);
    });
    storage.watch(() => {
      this.announce();
    });
  }

  /** The session of our app client, as storage has it now. */
  current(): SessionRecord | null {
    const record = this.storage.read();
    return record?.client === this.client ? record : null;
  }

  /** Holds for the next sign-ins of this tab, also when they lead over another site. */
  rememberFor(lifetime: SessionLifetime): void {
    this.chosen = lifetime;
    const storage = this.storage.area('sessionStorage');
    try {
      if (lifetime === 'this-tab') storage?.setItem(this.lifetimeKey, lifetime);
      else storage?.removeItem(this.lifetimeKey);
    } catch {
      // Full: then the choice holds for as long as the page is open.
    }
  }

  /** Keeps a new session, and nothing of an earlier one. Throws `SessionNotKept`. */
  begin(record: SessionRecord): void {
    const areas: Area[] =
      this.lifetime() === 'this-tab' ? ['sessionStorage'] : ['localStorage', 'sessionStorage'];
    for (const area of areas) {
      if (!this.write(area, record)) continue;
      this.storage.area(other(area))?.removeItem(this.storage.key);
      return;
    }
    throw new SessionNotKept();
  }

  /** Puts `after` in the place of the record that is there: the same session with newer tokens. Throws `SessionNotKept`. */
  replace(after: SessionRecord): void {
    const area = this.storage.readIn('sessionStorage') ? 'sessionStorage' : 'localStorage';
    // The old refresh token is void: where storage is full, the tab at least keeps the new one.
    if (!this.write(area, after) && !this.write('sessionStorage', after))
      throw new SessionNotKept();
    if (area === 'sessionStorage') this.twins.tell({ kind: 'refreshed', record: after });
  }

  /** As `end`, in this tab's twins as well. */
  signOut(session: string): void {
    this.twins.tell({ kind: 'signed-out', session });
    this.end(session);
  }

  /** Takes `session` away; another that has begun meanwhile stays. */
  end(session: string): void {
    if (this.current()?.session === session) this.storage.clear();
  }

  /** Calls `listener` when another tab may have changed the session. Returns what stops it. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Asks the other tabs for newer tokens than this one can see. */
  ask(session: string): void {
    this.twins.tell({ kind: 'asked', session });
  }

  /** Another takes over. */
  close(): void {
    this.twins.close();
    this.listeners.clear();
  }

  private hear(message: TwinMessage): void {
    const own = this.storage.readIn('sessionStorage');
    const session = message.kind === 'refreshed' ? message.record.session : message.session;
    if (own?.session !== session) return;
    if (message.kind === 'asked') this.twins.tell({ kind: 'refreshed', record: own });
    if (message.kind === 'signed-out') this.storage.clear();
    if (message.kind === 'refreshed') {
      if (message.record.issuedAt < own.issuedAt || message.record.edition === own.edition) return;
      this.write('sessionStorage', message.record);
    }
    this.announce();
  }

  private announce(): void {
    for (const listener of this.listeners) listener();
  }

  private write(area: Area, record: SessionRecord): boolean {
    const storage = this.storage.area(area);
    const text = JSON.stringify(record);
    try {
      storage?.setItem(this.storage.key, text);
    } catch {
      // Full. What is to be replaced may make the room.
      storage?.removeItem(this.storage.key);
      try {
        storage?.setItem(this.storage.key, text);
      } catch {
        // Full all the same.
        return false;
      }
    }
    return storage !== undefined;
  }

  private lifetime(): SessionLifetime {
    const kept = this.storage.area('sessionStorage')?.getItem(this.lifetimeKey);
    return this.chosen ?? (kept === 'this-tab' ? kept : 'this-device');
  }

  private get lifetimeKey(): string {
    return `${this.storage.prefix}lifetime`;
  }
}

function other(area: Area): Area {
  return area === 'localStorage' ? 'sessionStorage' : 'localStorage';
}
