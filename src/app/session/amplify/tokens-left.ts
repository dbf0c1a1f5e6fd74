/** What a token says of its time, in seconds since the epoch by the user pool's clock. */
interface Times {
  readonly iat?: number | undefined;
  readonly exp?: number | undefined;
}

interface Sighting {
  readonly left: number;
  /** By a clock that cannot be set. */
  readonly at: number;
}

/**
 * Milliseconds that tokens are still valid, on a device whose clock is wrong or is set while they are
 * in use. `clockDrift` is what the user pool's clock was ahead when they came.
 */
class TokensLeft {
  private readonly sightings = new Map<string, Sighting>();

  /** At most their lifetime, at least 0. `edition` tells tokens from those before. */
  of(edition: string, tokens: readonly Times[], clockDrift: number): number {
    const byDevice = Math.min(...tokens.map((times) => leftOf(times, clockDrift)));
    const at = performance.now();
    const seen = this.sightings.get(edition);
    if (!seen) {
      this.sightings.clear();
      this.sightings.set(edition, { left: byDevice, at });
    }
    // A clock that was set back makes them look younger than they were a while ago.
    const bySighting = seen ? seen.left - (at - seen.at) : Infinity;
    return Math.max(0, Math.min(byDevice, bySighting));
  }
}

function leftOf({ iat = 0, exp = 0 }: Times, clockDrift: number): number {
  const now = Date.now() + clockDrift;
  // Issued in the future: the clock was set back since, and by how much nobody knows.
  return Math.min(exp * 1_000 - now, (exp - iat) * 1_000);
}

/** Of this document. */
export const tokensLeft = new TokensLeft();
