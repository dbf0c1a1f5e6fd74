import type { StateDatabase } from '../../state/state-database.ts';
import type { Clock } from '../../clock.ts';

/** What a pool consists of besides users. */
export type ResourceKind = 'client' | 'group' | 'resource-server' | 'mfa-config';

/** A resource and its dates, in milliseconds since the epoch. */
export interface Kept<T> {
  readonly value: T;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/**
 * The pools' resources of one kind: what the code declares, overlaid with what operations changed. Changes are on
 * disk and win over declarations, also later ones; a deletion is kept as a tombstone.
 */
export class KeptResources<T> {
  private readonly database: StateDatabase;
  private readonly clock: Clock;
  private readonly kind: ResourceKind;
  private readonly declared = new Map<string, Map<string, Kept<T>>>();
  private readonly changed = new Map<string, Map<string, Kept<T> | undefined>>();

  constructor(database: StateDatabase, clock: Clock, kind: ResourceKind) {
    this.database = database;
    this.clock = clock;
    this.kind = kind;
    this.read();
    database.onRollback(() => {
      this.read();
    });
  }

  /** Adds what the code says there is; nothing is written. `since` in milliseconds. */
  declare(poolId: string, name: string, value: T, since: number): void {
    names(this.declared, poolId).set(name, { value, createdAt: since, modifiedAt: since });
  }

  find(poolId: string, name: string): Kept<T> | undefined {
    const changed = this.changed.get(poolId);
    return changed?.has(name) ? changed.get(name) : this.declared.get(poolId)?.get(name);
  }

  /** By name, in the order of code units, so that pages are stable. */
  list(poolId: string): { name: string; kept: Kept<T> }[] {
    const all = new Map<string, Kept<T> | undefined>([
      ...(this.declared.get(poolId) ?? []),
      ...(this.changed.get(poolId) ?? []),
    ]);
    return [...all]
      .flatMap(([name, kept]) => (kept ? [{ name, kept }] : []))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Adds or replaces. */
  save(poolId: string, name: string, value: T): Kept<T> {
    const now = this.clock.now();
    const kept = { value, createdAt: this.find(poolId, name)?.createdAt ?? now, modifiedAt: now };
    this.write(poolId, name, kept);
    return kept;
  }

  remove(poolId: string, name: string): void {
    this.write(poolId, name, undefined);
  }

  private read(): void {
    this.changed.clear();
    const rows = this.database.prepare('SELECT * FROM pool_resource WHERE kind = ?').all(this.kind);
    for (const row of rows) {
      names(this.changed, String(row['pool_id'])).set(String(row['name']), toKept<T>(row));
    }
  }

  private write(poolId: string, name: string, kept: Kept<T> | undefined): void {
    const now = this.clock.now();
    this.database
      .prepare(
        `INSERT OR REPLACE INTO pool_resource
         (pool_id, kind, name, settings, created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(
        poolId,
        this.kind,
        name,
        kept ? JSON.stringify(kept.value) : null,
        kept?.createdAt ?? now,
        kept?.modifiedAt ?? now,
      );
    names(this.changed, poolId).set(name, kept);
  }
}

function names<V>(pools: Map<string, Map<string, V>>, poolId: string): Map<string, V> {
  const found = pools.get(poolId) ?? new Map<string, V>();
  pools.set(poolId, found);
  return found;
}

/** Undefined for a tombstone. */
function toKept<T>(row: Record<string, unknown>): Kept<T> | undefined {
  const settings = row['settings'];
  if (typeof settings !== 'string') return undefined;
  return {
    value: JSON.parse(settings) as T,
    createdAt: Number(row['created_at']),
    modifiedAt: Number(row['modified_at']),
  };
}
