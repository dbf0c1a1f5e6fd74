import type { JWK } from 'jose';
import type { StateDatabase } from '../../state/state-database.ts';

/** The keys as they are kept. */
export interface KeyFile {
  secret: string;
  pools: Record<string, { id: JWK; access: JWK }>;
}

export const keyMigrations: readonly string[] = [
  `CREATE TABLE keys (only INTEGER PRIMARY KEY CHECK (only = 1), content TEXT NOT NULL) STRICT`,
];

/** Undefined where none were made yet. */
export function readKeys(database: StateDatabase): KeyFile | undefined {
  const row = database.prepare('SELECT content FROM keys').get();
  return row && (JSON.parse(String(row['content'])) as KeyFile);
}

/** Keeps them in place of those that were kept before; in a transaction. */
export function keepKeys(database: StateDatabase, file: KeyFile): void {
  database
    .prepare('INSERT OR REPLACE INTO keys (only, content) VALUES (1, ?)')
    .run(JSON.stringify(file));
}

/** Whether a file of an earlier release holds keys. */
export function isKeyFile(value: unknown): value is KeyFile {
  if (typeof value !== 'object' || value === null) return false;
  if (!('secret' in value) || !('pools' in value)) return false;
  const isSecret = typeof value.secret === 'string' && /^[0-9a-f]{64}$/.test(value.secret);
  return isSecret && typeof value.pools === 'object' && value.pools !== null;
}
