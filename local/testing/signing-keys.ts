import type { JsonWebKey } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { databaseIn } from '../state/state-folder.ts';

/** A pool's private keys, by what they sign. */
export type SigningKeys = Readonly<Record<'id' | 'access', JsonWebKey>>;

/** Reads the private keys of each pool from a stand-in's folder, by the pool's id. Tests and campaigns only. */
export function signingKeysIn(folder: string): Record<string, SigningKeys> {
  const database = new DatabaseSync(databaseIn(folder), { readOnly: true });
  try {
    const row = database.prepare('SELECT content FROM keys').get();
    return (JSON.parse(String(row?.['content'])) as { pools: Record<string, SigningKeys> }).pools;
  } finally {
    database.close();
  }
}
