import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares without telling by its time where two texts differ, or whether they are equally long. */
export function isSame(expected: string | Uint8Array, given: string | Uint8Array): boolean {
  return timingSafeEqual(digestOf(expected), digestOf(given));
}

/** What is kept of a secret made of 32 random bytes or more: too many to guess, so a plain hash hides it. */
export function hashOfSecret(secret: string): string {
  return digestOf(secret).toString('hex');
}

function digestOf(text: string | Uint8Array): Buffer {
  return createHash('sha256').update(text).digest();
}
