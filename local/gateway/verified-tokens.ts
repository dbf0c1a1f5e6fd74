import { createHash } from 'node:crypto';

/** How many tokens one authorizer remembers; the one that was not seen for longest makes room. */
const most = 1000;

/**
 * What an authorizer remembers of the tokens it has verified: by hash, since a token in memory is one that can
 * leak. It holds what a token says and not what it may do: scopes are compared at each call, so no method can
 * borrow the outcome of another. Times are milliseconds since the epoch.
 */
export class VerifiedTokens<Verified> {
  private readonly ttlMs: number;
  private readonly entries = new Map<string, { verified: Verified; until: number }>();

  constructor(ttlSeconds: number) {
    this.ttlMs = ttlSeconds * 1000;
  }

  get size(): number {
    return this.entries.size;
  }

  find(token: string, now: number): Verified | undefined {
    const key = keyOf(token);
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.entries.delete(key);
    if (entry.until <= now) return undefined;
    // Set anew, so that the map stays in the order of use.
    this.entries.set(key, entry);
    return entry.verified;
  }

  /** Remembers for the authorizer's time to live, but no longer than the token lives. */
  remember(token: string, verified: Verified, now: number, expiresAt: number): void {
    const until = Math.min(now + this.ttlMs, expiresAt);
    if (until <= now) return;
    const [oldest] = this.entries.keys();
    if (this.entries.size >= most && oldest !== undefined) this.entries.delete(oldest);
    this.entries.set(keyOf(token), { verified, until });
  }
}

const keyOf = (token: string): string => createHash('sha256').update(token).digest('base64');
