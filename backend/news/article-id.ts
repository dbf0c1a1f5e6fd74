import { createHash } from 'node:crypto';

/** Keeps these names apart from whatever else may one day be hashed into a UUID. */
const namespace = 'presspass/articles';

/**
 * The id of the article that a publisher calls `sourceId`: the same for the same two, and never that of another
 * publisher's. A name-based UUID of version 8 with SHA-256 (RFC 9562 appendix B.2).
 */
export function articleIdFor(publisher: string, sourceId: string): string {
  // As JSON, so that no two pairs read the same.
  const name = JSON.stringify([namespace, publisher, sourceId]);
  const hex = createHash('sha256').update(name).digest('hex');
  // The variant is two bits, 10: one of the digits 8, 9, a, b.
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...parts, variant + hex.slice(17, 20), hex.slice(20, 32)].join('-');
}
